import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareEdits } from './compare-edits.ts';

test('what only one touched is joined, what both touched stands side by side, and nothing is lost', () => {
	const base = { title: 'Plan', resources: 'to timer', involved: 'os' };
	const theirs = { title: 'Planen', resources: 'to timer', involved: 'os og AMR' };
	const yours = { title: 'Vores plan', resources: 'fire timer', involved: 'os' };
	assert.deepEqual(compareEdits({ base, theirs, yours }), {
		joined: { title: 'Vores plan', resources: 'fire timer', involved: 'os og AMR' },
		clashes: [{ field: 'title', yours: 'Vores plan', theirs: 'Planen' }],
		takenOver: [{ field: 'involved', yours: 'os', theirs: 'os og AMR' }]
	});
});

test('the same change twice is no clash, and a field that is missing counts as empty', () => {
	const same = compareEdits({ base: { a: 'x' }, theirs: { a: 'y' }, yours: { a: 'y' } });
	assert.deepEqual(same.clashes, []);
	const added = compareEdits({ base: {}, theirs: { 'step-2': 'new' }, yours: {} });
	assert.deepEqual(added.joined, { 'step-2': 'new' });
});

test('every word that somebody wrote is in the joined text or in a clash', () => {
	const texts = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', 'x', 'y', 'z'), {
		noNullPrototype: true
	});
	fc.assert(
		fc.property(texts, texts, texts, (base, theirs, yours) => {
			const { joined, clashes } = compareEdits({ base, theirs, yours });
			for (const field of ['a', 'b', 'c']) {
				const shown = [joined[field] ?? '', ...clashes.filter((one) => one.field === field).map((one) => one.theirs)];
				if ((theirs[field] ?? '') !== (base[field] ?? '')) assert.ok(shown.includes(theirs[field] ?? ''), field);
				if ((yours[field] ?? '') !== (base[field] ?? '')) assert.ok(shown.includes(yours[field] ?? ''), field);
			}
		})
	);
});
