import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkManifest } from '#domain/ballot/check-manifest.ts';
import { someManifest } from '#domain/ballot/sample-manifest.testing.ts';
import { median } from '#domain/statistics/quantile.ts';
import { planReportingGroups } from '#domain/round/reporting-groups.ts';
import { buildRegion } from './build-region.ts';

const region = buildRegion({ seed: 1, leaders: 1500 });
const groups = Map.groupBy(
	region.leaders.filter((leader) => leader.managerId !== null),
	(leader) => leader.managerId ?? ''
);

test('the same seed makes the same region, another seed another one', () => {
	assert.deepEqual(buildRegion({ seed: 1, leaders: 1500 }), region);
	assert.notDeepEqual(buildRegion({ seed: 2, leaders: 1500 }), region);
});

test('there are exactly as many leaders as asked for, whatever the seed and size', () => {
	for (const leaders of [300, 777, 1500, 4000]) {
		for (const seed of [1, 2, 3]) assert.equal(buildRegion({ seed, leaders }).leaders.length, leaders);
	}
	assert.throws(() => buildRegion({ seed: 1, leaders: 299 }), RangeError);
});

test('a region of 1,500 leaders has about 600 units, and their leaders lead about 25,000 to 32,000 people', () => {
	assert.ok(region.units.length >= 560 && region.units.length <= 640, String(region.units.length));
	const staff = region.leaders
		.filter((leader) => !groups.has(leader.id))
		.reduce((sum, leader) => sum + (leader.span ?? 0), 0);
	assert.ok(staff >= 25_000 && staff <= 32_000, String(staff));
});

test('no two leaders share an id, a key or an address, and no address can reach anybody', () => {
	for (const made of [region, buildRegion({ seed: 5, leaders: 20_000 })]) {
		for (const field of ['id', 'key', 'email'] as const) {
			assert.equal(new Set(made.leaders.map((leader) => leader[field])).size, made.leaders.length);
		}
		assert.ok(made.leaders.every((leader) => /^[a-z.]+\d*@demonstration\.example$/.test(leader.email ?? '')));
	}
});

test('the units are one tree and the lines of management another, without a cycle', () => {
	const parentOf = new Map(region.units.map((unit) => [unit.id, unit.parentId]));
	const managerOf = new Map(region.leaders.map((leader) => [leader.id, leader.managerId]));
	assert.equal(parentOf.size, region.units.length);
	for (const above of [parentOf, managerOf]) {
		assert.equal([...above.values()].filter((one) => one === null).length, 1);
		for (const start of above.keys()) {
			let steps = 0;
			for (let at = above.get(start); at !== null; at = above.get(at ?? start)) {
				assert.notEqual(at, undefined);
				assert.ok(++steps < 10);
			}
		}
	}
	assert.ok(region.leaders.every((leader) => parentOf.has(leader.unitId)));
});

test('leadership groups hold 3 to 12 leaders, six or seven at the median', () => {
	for (const seed of [1, 2, 3, 4]) {
		const made = buildRegion({ seed, leaders: 1500 });
		const sizes = [...Map.groupBy(made.leaders, (leader) => leader.managerId)].flatMap(([manager, own]) =>
			manager === null ? [] : [own.length]
		);
		assert.ok(Math.min(...sizes) >= 3 && Math.max(...sizes) <= 12);
		assert.ok(median(sizes) >= 6 && median(sizes) <= 7);
	}
});

test('who leads leaders has them as span; everybody else leads 15 to 70 people', () => {
	for (const leader of region.leaders) {
		const group = groups.get(leader.id);
		if (group !== undefined) assert.equal(leader.span, group.length);
		else assert.ok((leader.span ?? 0) >= 15 && (leader.span ?? 0) <= 70);
	}
});

test('levels and professions are those of a region, and a manager is never on a lower level than the led', () => {
	const order = ['regionsdirektion', 'hospitalsledelse', 'afdelingsledelse', 'afsnitsledelse'];
	const levelOf = new Map(region.leaders.map((leader) => [leader.id, order.indexOf(leader.level ?? '')]));
	assert.deepEqual(new Set(region.leaders.map((leader) => leader.level)), new Set(order));
	assert.ok(new Set(region.leaders.map((leader) => leader.profession)).size >= 12);
	for (const leader of region.leaders) {
		if (leader.managerId !== null) assert.ok((levelOf.get(leader.managerId) ?? 9) <= (levelOf.get(leader.id) ?? -1));
	}
});

test('most clinical departments are led by a chief physician and a chief nurse', () => {
	const heads = Map.groupBy(
		region.leaders.filter((leader) => leader.level === 'afdelingsledelse'),
		(leader) => leader.unitId
	);
	const pairs = [...heads.values()].filter((two) => two.length === 2);
	assert.ok(pairs.length / heads.size > 0.5);
	for (const pair of pairs) assert.deepEqual(pair.map((leader) => leader.profession).sort(), ['læge', 'sygeplejerske']);
});

test('sections of one department have different names', () => {
	const names = region.units.map((unit) => `${unit.parentId} ${unit.name}`);
	assert.equal(new Set(names).size, names.length);
});

test('a round can be planned in it, also in the large one', () => {
	for (const made of [region, buildRegion({ seed: 1, leaders: 150_000 })]) {
		const plan = planReportingGroups({ units: made.units, leaders: made.leaders });
		assert.equal(plan.kind, 'planned');
		if (plan.kind === 'planned')
			assert.equal(
				plan.groups.reduce((sum, group) => sum + group.invited, 0),
				made.leaders.length
			);
	}
});

test('a browser takes the list of groups of any of them: it finds the names telling, and no group too small', () => {
	const rules = { threshold: 5, minimumInvited: 8 };
	for (const made of [region, ...[2, 3, 4].map((seed) => buildRegion({ seed, leaders: 777 * seed }))]) {
		for (const alikeIn of [null, 'level', 'profession'] as const) {
			const plan = planReportingGroups({ units: made.units, leaders: made.leaders, alikeIn });
			assert.ok(plan.kind === 'planned');
			const sample = someManifest({ groups: plan.groups.length });
			const groups = plan.groups.map(({ id, name, path, pools, attributes, invited }, at) => {
				const key = Buffer.alloc(294, `${at} `).toString('base64url');
				return { id, name, path, units: pools, attributes: { ...attributes }, invited, key };
			});
			const checked = checkManifest({
				manifest: { ...sample, rules, groups },
				hashMatches: true,
				roundId: sample.round.id,
				instrument: sample.instrument,
				rules,
				groupId: groups[0]?.id ?? ''
			});
			assert.deepEqual(checked.kind === 'refused' ? checked.problems : [], [], `${made.leaders.length} ${alikeIn}`);
			assert.equal(
				groups.every(({ name }) => !/\(\d\)$/.test(name)),
				false,
				'some are told apart by number alone'
			);
		}
	}
});

test('the large organisation has 150,000 leaders in about 20,000 units', () => {
	const large = buildRegion({ seed: 1, leaders: 150_000 });
	assert.equal(large.leaders.length, 150_000);
	assert.ok(large.units.length >= 19_000 && large.units.length <= 21_000, String(large.units.length));
});
