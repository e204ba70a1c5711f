import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Actor } from '#server/actor.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { readOutcome } from './read-outcome.ts';

const evidence = readEvidence(join(projectRoot, 'evidence'));
const visitor: Actor = { kind: 'visitor' };

test('every outcome has a page with each of its claims once, by what it starts from', () => {
	for (const { id } of evidence.outcomes) {
		const page = readOutcome({ evidence }, visitor, { outcomeId: id });
		assert.ok(page.kind === 'outcome', id);
		const shown = [...page.factors.flatMap((group) => group.findings), ...page.effects, ...page.fromOutcomes];
		assert.deepEqual(
			shown.map((finding) => finding.id).toSorted(),
			evidence.findings
				.filter((finding) => finding.outcomes.includes(id))
				.map((finding) => finding.id)
				.toSorted(),
			id
		);
		for (const { factor, findings } of page.factors) {
			assert.ok(findings.every(({ from }) => from.kind === 'factor' && from.factor.id === factor.id));
		}
		assert.deepEqual(
			page.consequences.map((finding) => finding.id).toSorted(),
			evidence.findings
				.filter(({ from }) => from.kind === 'outcome' && from.id === id)
				.map((finding) => finding.id)
				.toSorted()
		);
		assert.ok(page.others.every((other) => other.of === page.outcome.of && other.id !== id));
	}
});

test('an id that does not exist is answered', () => {
	assert.deepEqual(readOutcome({ evidence }, visitor, { outcomeId: '__proto__' }), { kind: 'unknown-outcome' });
});
