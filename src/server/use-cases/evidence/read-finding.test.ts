import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Actor } from '#server/actor.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { readFinding, type FindingOutcome } from './read-finding.ts';

const evidence = readEvidence(join(projectRoot, 'evidence'));
const visitor: Actor = { kind: 'visitor' };

function read(findingId: string, base = evidence): Extract<FindingOutcome, { readonly kind: 'finding' }> {
	const outcome = readFinding({ evidence: base }, visitor, { findingId, language: 'da' });
	assert.ok(outcome.kind === 'finding', findingId);
	return outcome;
}

test('every claim has a page with its start and outcomes by name, every cited work and its own reference', () => {
	for (const source of evidence.findings) {
		const { finding, studies, sources } = read(source.id);
		assert.equal(finding.from.kind, source.from.kind);
		assert.deepEqual(
			finding.outcomes.map((outcome) => outcome.id),
			source.outcomes
		);
		assert.deepEqual(studies.map((study) => study.id).toSorted(), source.studies.toSorted(), source.id);
		assert.ok(studies.every((study) => study.reference.length > 0));
		assert.equal(sources.length, source.lines.length);
		assert.ok(finding.reasons.length > 0, `${source.id} does not say why it is as sure as it is`);
	}
});

test('works that do not show the claim, contradict it or were not looked up stand last and say so', () => {
	let seen = 0;
	for (const source of evidence.findings) {
		const { studies } = read(source.id);
		const firstOther = studies.findIndex((study) => study.standing !== 'counts');
		if (firstOther !== -1) assert.ok(studies.slice(firstOther).every((study) => study.standing !== 'counts'));
		for (const id of source.notShownBy ?? []) {
			const study = studies.find((one) => one.id === id);
			assert.ok(study && study.standing !== 'counts', `${id} in ${source.id}`);
			seen += 1;
		}
		for (const study of studies) if (!study.isVerified) assert.notEqual(study.standing, 'counts');
	}
	assert.ok(seen > 0);
});

test('interventions that lean on a claim are named, with how sure each is', () => {
	for (const intervention of evidence.interventions) {
		for (const id of intervention.findings) {
			assert.ok(
				read(id).interventions.some((one) => one.id === intervention.id),
				`${intervention.id} on ${id}`
			);
		}
	}
});

test('related claims share start and outcome, and never name the claim itself', () => {
	const { related, finding } = read('workload-stress');
	assert.ok(related.length > 0);
	for (const { id } of related) {
		const other = evidence.findings.find((one) => one.id === id);
		assert.notEqual(id, finding.id);
		assert.deepEqual([other?.from.kind === 'factor' && other.from.id], ['workload']);
		assert.ok(other?.outcomes.includes('stress'), id);
	}
	const research = evidence.findings.find(({ from }) => from.kind === 'research');
	assert.deepEqual(read(research?.id ?? '').related, []);
});

test('a claim that starts from something the base lost is a fault, not a page with a hole', () => {
	const poorer = { ...evidence, factors: evidence.factors.filter((factor) => factor.id !== 'workload') };
	assert.throws(() => read('workload-stress', poorer), /workload-stress starts from a factor/);
});

test('an id that does not exist is answered', () => {
	for (const findingId of ['', 'none', '__proto__', 'constructor']) {
		assert.deepEqual(readFinding({ evidence }, visitor, { findingId, language: 'en' }), { kind: 'unknown-finding' });
	}
});
