import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AuditedRelease, AuditRoster } from '#domain/disclosure/audit-system.ts';
import type { Release } from '#domain/disclosure/release.ts';
import { auditInWorker } from './audit-in-worker.ts';

const ids = ['A', 'B', 'C', 'D'];
const roster: AuditRoster = {
	units: [{ id: 'R', parentId: null }],
	reportingGroups: ids.map((id) => ({ id, unitId: 'R', responses: 12 }))
};

function releaseOf(means: Readonly<Record<string, number>>): AuditedRelease {
	const groups = Object.entries(means).map(([name, value]) => {
		const n = 12 * name.length;
		return {
			id: name,
			name,
			path: [],
			pools: [],
			invited: null,
			responses: n,
			kind: 'leaf',
			parent: null,
			units: [],
			reportingGroups: [...name],
			cells: [{ scale: 's', statistic: 'mean', n, value, step: 1 }],
			withheld: []
		} as const;
	});
	const release: Release = {
		engine: 'planted',
		round: 'r',
		k: 5,
		scales: [{ id: 's', minimum: 0, maximum: 100 }],
		groups
	};
	return { release, roster };
}

test('nested groups are attacked without a solver, overlapping ones with it', async () => {
	const nested = await auditInWorker({ releases: [releaseOf({ ABCD: 50, AB: 50 })] });
	assert.ok(nested.kind === 'holds');
	assert.equal(nested.checked.programmes, 0);
	const together = await auditInWorker({ releases: [releaseOf({ AB: 50, CD: 50 }), releaseOf({ AC: 50, BD: 50 })] });
	assert.ok(together.kind === 'holds', JSON.stringify(together));
	assert.ok(together.checked.programmes > 0);
});

test('two releases that pin somebody only together are stopped', async () => {
	const first = releaseOf({ AB: 25, CD: 50 });
	const second = releaseOf({ BC: 25, AC: 50 });
	assert.equal((await auditInWorker({ releases: [first] })).kind, 'holds');
	const outcome = await auditInWorker({ releases: [first, second] });
	assert.ok(outcome.kind === 'breach');
	assert.ok(outcome.breaches.some(({ kind }) => kind === 'pinned'));
});

test('a worker that fails gives no result that could be taken for a sound one', async () => {
	const broken = { ...releaseOf({ AB: 50 }), roster: { ...roster, units: [{ id: 'R', parentId: 'nowhere' }] } };
	await assert.rejects(auditInWorker({ releases: [broken] }), /the audit of a release failed/);
});
