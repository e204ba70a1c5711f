// Every page of the library, for every id in the shipped evidence base.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Actor, Person, Role } from '#server/actor.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import type { DescribedFinding } from './describe-finding.ts';
import { readEvidenceStatus } from './read-evidence-status.ts';
import { readFactor } from './read-factor.ts';
import { readIntervention } from './read-intervention.ts';
import { readKnowledge } from './read-knowledge.ts';
import { readStudy } from './read-study.ts';

const evidence = readEvidence(join(projectRoot, 'evidence'));
const context = { evidence };
const visitor: Actor = { kind: 'visitor' };

test('the start page lists every factor, intervention and study once', () => {
	const outcome = readKnowledge(context, visitor);
	assert.ok(outcome.kind === 'knowledge');
	const { map, levels, designs, counts, certainties } = outcome;
	const { risk, resource, context: setting } = map.factors;
	assert.deepEqual([risk.length, resource.length, setting.length], [6, 6, 1]);
	assert.deepEqual(
		levels.map((level) => level.level),
		['organisation', 'group', 'leadership', 'individual']
	);
	assertSameIds(
		levels.flatMap((level) => level.interventions),
		evidence.interventions
	);
	assertSameIds(
		designs.flatMap((design) => design.studies),
		evidence.studies
	);
	assert.equal(
		certainties.reduce((sum, one) => sum + one.findings, 0),
		evidence.findings.length
	);
	assert.equal(counts.studies, evidence.studies.length);
	assert.equal(counts.findings, evidence.findings.length);
});

test('every factor has a page with findings and with something the organisation can do first', () => {
	for (const { id } of evidence.factors) {
		const outcome = readFactor(context, visitor, { factorId: id });
		assert.ok(outcome.kind === 'factor', id);
		const shown = outcome.themes.flatMap((theme) => theme.findings);
		assertSameIds(
			shown,
			evidence.findings.filter(({ from }) => from.kind === 'factor' && from.id === id)
		);
		assert.equal(outcome.levels[0]?.level, 'organisation', id);
		assert.equal(outcome.others.length, evidence.factors.length - 1);
		for (const finding of shown) assertResolves(finding);
	}
});

test('every intervention has a page with its factors, its findings and the works that carry it', () => {
	for (const intervention of evidence.interventions) {
		const outcome = readIntervention(context, visitor, { interventionId: intervention.id, language: 'da' });
		assert.ok(outcome.kind === 'intervention', intervention.id);
		assert.deepEqual(
			outcome.factors.map((factor) => factor.id),
			intervention.factors
		);
		assertSameIds(
			outcome.findings,
			intervention.findings.map((id) => ({ id }))
		);
		assertSameIds(
			outcome.carrying,
			intervention.studies.map((id) => ({ id }))
		);
		assert.ok(outcome.named.every((study) => !intervention.studies.includes(study.id)));
		for (const finding of outcome.findings) assertResolves(finding);
	}
});

test('every study has a page that says what leans on it, and how it stands to each finding', () => {
	for (const { id } of evidence.studies) {
		const outcome = readStudy(context, visitor, { studyId: id, language: 'da' });
		assert.ok(outcome.kind === 'study', id);
		assert.ok(outcome.findings.length > 0, `${id} is used by no finding`);
		for (const { finding, standing } of outcome.findings) {
			const source = evidence.findings.find((one) => one.id === finding.id);
			const isDoubted = [...(source?.notShownBy ?? []), ...(source?.contradictedBy ?? [])].includes(id);
			assert.equal(standing === 'counts', !isDoubted && outcome.study.status === 'verified', `${id} in ${finding.id}`);
		}
	}
});

test('every finding has one page where it is read in full', () => {
	const knowledge = readKnowledge(context, visitor);
	assert.ok(knowledge.kind === 'knowledge');
	const status = readEvidenceStatus(context, editor('evidence-editor'));
	assert.ok(status.kind === 'evidence-status');
	for (const { id, place } of status.findings) {
		assert.ok(
			findingsAt(place, knowledge.consequences).some((finding) => finding.id === id),
			`${id} is not on its page`
		);
	}
});

test('a work that was not looked up, or shows less, is cited after those that count, with the reason', () => {
	const findings = evidence.findings.filter(
		(finding) => finding.notShownBy !== undefined && finding.from.kind === 'factor'
	);
	assert.ok(findings.length > 0);
	for (const { id, from, notShownBy } of findings) {
		const outcome = readFactor(context, visitor, { factorId: from.kind === 'factor' ? from.id : '' });
		assert.ok(outcome.kind === 'factor');
		const described = outcome.themes.flatMap((theme) => theme.findings).find((finding) => finding.id === id);
		const standings = described?.studies.map((study) => study.standing) ?? [];
		assert.equal(standings.includes('counts') ? standings[0] : 'counts', 'counts', id);
		assert.ok(
			described?.studies.every((study) => !notShownBy?.includes(study.id) || study.standing !== 'counts'),
			id
		);
	}
});

test('an id that does not exist is answered, not thrown', () => {
	assert.deepEqual(readFactor(context, visitor, { factorId: 'none' }), { kind: 'unknown-factor' });
	assert.deepEqual(readIntervention(context, visitor, { interventionId: '../x', language: 'da' }), {
		kind: 'unknown-intervention'
	});
	assert.deepEqual(readStudy(context, visitor, { studyId: '', language: 'da' }), { kind: 'unknown-study' });
	assert.deepEqual(readStudy(context, visitor, { studyId: '__proto__', language: 'da' }), { kind: 'unknown-study' });
});

test('only an evidence editor reads the state of the base', () => {
	assert.deepEqual(readEvidenceStatus(context, visitor), { kind: 'forbidden' });
	for (const role of ['programme-lead', 'manager', 'committee', 'operator'] as const) {
		assert.deepEqual(readEvidenceStatus(context, editor(role)), { kind: 'forbidden' }, role);
	}
	assert.equal(readEvidenceStatus(context, editor('evidence-editor')).kind, 'evidence-status');
});

test('the state counts every record once and finds what nothing carries', () => {
	const status = readEvidenceStatus(context, editor('evidence-editor'));
	assert.ok(status.kind === 'evidence-status');
	assert.deepEqual(status.problems, []);
	assert.equal(sum(status.studiesByStatus), evidence.studies.length);
	assert.equal(sum(status.findingsByCertainty), evidence.findings.length);
	assert.equal(
		status.interventionsByLevel.reduce((all, level) => all + sum(level.count), 0),
		evidence.interventions.length
	);
	for (const finding of status.withoutSupport) assert.equal(finding.certainty, 'very-low', finding.id);
	assert.equal(status.mentions.all, evidence.mentions.length);

	const [first] = evidence.findings;
	const without = { ...evidence, findings: evidence.findings.filter((finding) => finding !== first) };
	const poorer = readEvidenceStatus({ evidence: without }, editor('evidence-editor'));
	assert.ok(poorer.kind === 'evidence-status');
	assert.equal(poorer.findings.length, status.findings.length - 1);
	assert.ok(poorer.problems.length > 0, 'interventions now name a finding that is gone');
});

function findingsAt(
	place: DescribedFinding['place'],
	consequences: readonly DescribedFinding[]
): readonly DescribedFinding[] {
	switch (place.kind) {
		case 'factor': {
			const outcome = readFactor(context, visitor, { factorId: place.factor });
			return outcome.kind === 'factor' ? outcome.themes.flatMap((theme) => theme.findings) : [];
		}
		case 'intervention': {
			const outcome = readIntervention(context, visitor, { interventionId: place.intervention, language: 'da' });
			return outcome.kind === 'intervention' ? outcome.findings : [];
		}
		case 'consequences':
			return consequences;
	}
}

function assertResolves(finding: DescribedFinding): void {
	const source = evidence.findings.find((one) => one.id === finding.id);
	assertSameIds(
		finding.studies,
		(source?.studies ?? []).map((id) => ({ id }))
	);
	assertSameIds(
		finding.outcomes,
		(source?.outcomes ?? []).map((id) => ({ id }))
	);
	assert.ok(
		finding.studies.every((study) => study.authors.length > 0 && study.year > 1900),
		finding.id
	);
}

function assertSameIds(shown: readonly { readonly id: string }[], expected: readonly { readonly id: string }[]): void {
	assert.deepEqual(shown.map((one) => one.id).toSorted(), expected.map((one) => one.id).toSorted());
}

function sum(counts: Readonly<Record<string, number>>): number {
	return Object.values(counts).reduce((all, count) => all + count, 0);
}

function editor(role: Role): Person {
	return {
		kind: 'person',
		organisationId: 'o',
		email: 'a@b.dk',
		name: 'A',
		roles: [role],
		leaderId: null,
		isDemonstration: false
	};
}
