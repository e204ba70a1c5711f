import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isStrained } from './is-strained.ts';
import { profileOf } from './profile-of.ts';
import type { ProfileEntry, ProfileScore } from './profile-of.ts';

const strain = (scale: string, score: number | null): ProfileScore => ({
	scale,
	score,
	direction: 'strain',
	factor: scale,
	outcome: null,
	minimum: 0,
	maximum: 100
});
const resource = (scale: string, score: number | null): ProfileScore => ({
	...strain(scale, score),
	direction: 'resource'
});
const names = (entries: readonly ProfileEntry[]) => entries.map(({ score }) => score.scale);

test('strain begins at 62.5 points of a risk and at 37.5 of a resource, and never in a neutral scale', () => {
	assert.deepEqual(
		[62.49, 62.5, 100].map((points) => isStrained(points, 'strain')),
		[false, true, true]
	);
	assert.deepEqual(
		[37.51, 37.5, 0].map((points) => isStrained(points, 'resource')),
		[false, true, true]
	);
	assert.deepEqual(
		[0, 50, 100].map((points) => isStrained(points, 'neutral')),
		[false, false, false]
	);
});

test('a mean that misses the line by binary rounding only has reached it', () => {
	assert.equal(isStrained(62.5 - 1e-13, 'strain'), true);
	assert.equal(isStrained(37.5 + 1e-13, 'resource'), true);
});

test('strains are sorted heaviest first and resources strongest first', () => {
	const profile = profileOf([strain('a', 20), resource('b', 10), strain('c', 80), resource('d', 90)]);
	assert.deepEqual(names(profile.strains), ['c', 'a']);
	assert.deepEqual(names(profile.resources), ['d', 'b']);
});

test('a lacking resource can strain more than any risk', () => {
	const profile = profileOf([strain('a', 80), resource('b', 10), resource('c', 70)]);
	assert.deepEqual(names(profile.strainsMost), ['b']);
	assert.deepEqual(names(profile.strained), ['b', 'a']);
	assert.deepEqual(names(profile.carriesMost), ['c']);
});

test('equal scores are all named, in the instrument’s order', () => {
	const profile = profileOf([
		strain('a', 75),
		resource('b', 25),
		strain('c', 75 + 1e-12),
		resource('d', 60),
		resource('e', 60)
	]);
	assert.deepEqual(names(profile.strainsMost), ['a', 'b', 'c']);
	assert.deepEqual(names(profile.carriesMost), ['d', 'e']);
	assert.deepEqual(names(profile.strains), ['a', 'c']);
});

test('where nothing passes the middle, nothing is said to strain or carry most', () => {
	const profile = profileOf([strain('a', 50), resource('b', 50)]);
	assert.deepEqual([profile.strainsMost, profile.carriesMost, profile.strained], [[], [], []]);
});

test('a scale without a score is listed as unanswered and nowhere else', () => {
	const missing = strain('a', null);
	const profile = profileOf([missing, resource('b', 80)]);
	assert.deepEqual(profile.unanswered, [missing]);
	assert.deepEqual([profile.strains, profile.strainsMost], [[], []]);
});

test('an outcome is kept apart and never said to strain', () => {
	const stress = { ...strain('stress', 100), factor: null, outcome: 'stress' };
	const profile = profileOf([stress, strain('a', 60)]);
	assert.deepEqual(names(profile.outcomes), ['stress']);
	assert.equal(profile.outcomes[0]?.isStrained, true);
	assert.deepEqual(names(profile.strainsMost), ['a']);
	assert.deepEqual(profile.strained, []);
});

test('a scale without a direction has no burden', () => {
	const profile = profileOf([{ ...strain('hours', 90), direction: 'neutral', factor: null }]);
	assert.equal(profile.neutral[0]?.burden, null);
	assert.deepEqual([profile.strains, profile.resources, profile.strainsMost], [[], [], []]);
});

test('a mean in another range is compared as points of that range', () => {
	const hostility = { ...strain('hostility', 3), minimum: 0, maximum: 4 };
	const profile = profileOf([strain('a', 70), hostility]);
	assert.deepEqual(names(profile.strains), ['hostility', 'a']);
	assert.deepEqual([profile.strains[0]?.points, profile.strains[0]?.burden], [75, 75]);
});

test('no scores make an empty profile', () => {
	assert.deepEqual(new Set(Object.values(profileOf([])).map((list) => list.length)), new Set([0]));
});
