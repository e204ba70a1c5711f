import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { certaintyOf } from '#domain/evidence/certainty.ts';
import type { EvidenceBase, Factor, Outcome } from '#domain/evidence/evidence.ts';
import { sampleBase, sampleFinding, sampleIntervention, sampleStudy } from '#domain/evidence/sample-records.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { composeOverview } from './compose-overview.ts';
import type { Overview, ToldFinding, ToldSubject } from './overview.ts';

const shipped = readEvidence(join(projectRoot, 'evidence'));
const text = { da: 'tekst', en: 'text' };

const workload: Factor = {
	id: 'workload',
	kind: 'risk',
	order: 1,
	name: text,
	shortName: text,
	description: text,
	raiseWithManager: text,
	organisationOnly: text,
	ownStep: text,
	subThemes: [{ id: 'pace', name: text }],
	lines: []
};
const outcomes: readonly Outcome[] = (
	[
		['stress', 'leaders'],
		['task-performance', 'organisation'],
		['employee-stress', 'employees']
	] as const
).map(([id, of]) => ({ id, of, name: text, description: text, higherIsBetter: false }));

test('every finding of the base is told exactly once, and none is left out', () => {
	const overview = composeOverview(shipped);
	assert.deepEqual(overview.leftOut, []);
	assert.deepEqual(idsOf(overview).toSorted(), shipped.findings.map(({ id }) => id).toSorted());
	assert.equal(overview.conclusion.all.all, shipped.findings.length);
});

test('references are the works that are named, and the other way round', () => {
	const overview = composeOverview(shipped);
	const named = new Set(toldIn(overview).flatMap(({ works }) => works.map(({ study }) => study.id)));
	assert.deepEqual(overview.references.map(({ id }) => id).toSorted(), [...named].toSorted());
	const base = small({ studies: [sampleStudy({ id: 'named' }), sampleStudy({ id: 'unnamed' })] }, ['named']);
	assert.deepEqual(
		composeOverview(base).references.map(({ id }) => id),
		['named']
	);
});

test('a changed finding changes the overview, and the same base gives the same', () => {
	const [first, ...rest] = shipped.findings;
	assert.ok(first);
	const changed = composeOverview({ ...shipped, findings: [{ ...first, claim: { da: 'Ny', en: 'New' } }, ...rest] });
	const before = composeOverview(shipped);
	assert.deepEqual(composeOverview(structuredClone(shipped)), before);
	const claims = (overview: Overview) => toldIn(overview).map(({ finding }) => finding.claim.en);
	assert.ok(claims(changed).includes('New') && !claims(before).includes('New'));
	assert.equal(claims(changed).filter((claim) => claims(before).includes(claim)).length, rest.length);
});

test('findings that point to what is not there are listed with the reason', () => {
	const base = small({
		studies: [sampleStudy({ id: 'a' })],
		findings: [
			sampleFinding({ id: 'no-factor', from: { kind: 'factor', id: 'coping', subTheme: null }, studies: ['a'] }),
			sampleFinding({ id: 'no-intervention', from: { kind: 'intervention', id: 'nowhere' }, studies: ['a'] })
		]
	});
	const { leftOut, references } = composeOverview(base);
	assert.deepEqual(
		leftOut.map(({ finding, reason }) => [finding.id, reason]),
		[
			['no-factor', 'unknown-factor'],
			['no-intervention', 'unknown-intervention']
		]
	);
	assert.deepEqual(references, []);
});

test('each kind of claim has its own place', () => {
	const findings = [
		sampleFinding({ id: 'whole' }),
		sampleFinding({ id: 'theme', from: { kind: 'factor', id: 'workload', subTheme: 'pace' } }),
		sampleFinding({ id: 'unknown-theme', from: { kind: 'factor', id: 'workload', subTheme: 'gone' } }),
		sampleFinding({ id: 'effect', from: { kind: 'intervention', id: 'an-intervention' } }),
		sampleFinding({ id: 'general', from: { kind: 'intervention', id: null } }),
		sampleFinding({ id: 'depends', from: { kind: 'intervention', id: null }, direction: 'mixed' }),
		sampleFinding({ id: 'work', from: { kind: 'outcome', id: 'stress' }, outcomes: ['task-performance'] }),
		sampleFinding({ id: 'people', from: { kind: 'outcome', id: 'stress' }, outcomes: ['employee-stress'] }),
		sampleFinding({ id: 'about', from: { kind: 'research' }, outcomes: [] })
	].map((finding) => ({ ...finding, studies: ['a'] }));
	const interventions = [sampleIntervention({ level: 'group' })];
	const overview = composeOverview(small({ studies: [sampleStudy({ id: 'a' })], findings, interventions }));
	const [section] = overview.factors.risk;
	assert.deepEqual(
		section?.themes.map(({ theme, steps }) => [theme?.id ?? null, idsOfSteps(steps)]),
		[
			[null, ['whole', 'unknown-theme']],
			['pace', ['theme']]
		]
	);
	const group = overview.levels.find(({ level }) => level === 'group');
	assert.deepEqual(idsOfSubject(group?.effects), ['effect']);
	assert.deepEqual(idsOfSubject(overview.generalEffects), ['general']);
	assert.deepEqual(idsOfSubject(overview.fit), ['depends']);
	assert.deepEqual(idsOfSubject(overview.research), ['about']);
	assert.deepEqual(
		overview.consequences.map(({ of, subject }) => [of, ...idsOfSubject(subject)]),
		[
			['organisation', 'work'],
			['employees', 'people']
		]
	);
});

test('the surest claims come first, and those that nothing carries stand by themselves', () => {
	const studies = [
		sampleStudy({ id: 'review', design: 'systematic-review' }),
		sampleStudy({ id: 'survey' }),
		sampleStudy({ id: 'lost', status: 'unknown' })
	];
	const findings = [
		sampleFinding({ id: 'one-survey', studies: ['survey'] }),
		sampleFinding({ id: 'reviewed', studies: ['review', 'lost'] }),
		sampleFinding({ id: 'shows-less', studies: ['survey'], notShownBy: ['survey'] }),
		sampleFinding({ id: 'not-found', studies: ['lost'] })
	];
	const [section] = composeOverview(small({ studies, findings })).factors.risk;
	assert.deepEqual(
		section?.themes[0]?.steps.map(({ certainty, findings: told }) => [certainty, ...told.map((one) => one.finding.id)]),
		[
			['moderate', 'reviewed'],
			['very-low', 'one-survey']
		]
	);
	assert.deepEqual(
		section?.uncarried.map((one) => [one.finding.id, one.works[0]?.standing]),
		[
			['shows-less', 'shows-less'],
			['not-found', 'not-verified']
		]
	);
	const reviewed = section?.themes[0]?.steps[0]?.findings[0];
	assert.deepEqual(
		reviewed?.works.map(({ standing }) => standing),
		['counts', 'not-verified']
	);
	assert.deepEqual(reviewed.designs, ['systematic-review']);
	assert.deepEqual(section?.tally, { high: 0, moderate: 1, low: 0, 'very-low': 3, all: 4, uncarried: 2 });
});

test('certainties are those of the rule, and sums are sums', () => {
	const overview = composeOverview(shipped);
	for (const told of toldIn(overview)) {
		assert.equal(told.certainty, certaintyOf(told.finding, shipped.studies).certainty, told.finding.id);
	}
	const { all, levels } = overview.conclusion;
	assert.equal(all.high + all.moderate + all.low + all['very-low'], all.all);
	assert.equal(
		levels.reduce((sum, level) => sum + level.interventions, 0),
		shipped.interventions.length
	);
	for (const { yes, no, unknown } of overview.works.criteria) assert.equal(yes + no + unknown, shipped.studies.length);
});

test('the conclusion names the factors with most sure claims, and those with none', () => {
	const { conclusion } = composeOverview(shipped);
	const sure = ({ tally }: { tally: { high: number; moderate: number } }) => tally.high + tally.moderate;
	const least = Math.min(...conclusion.surest.map(sure));
	for (const one of conclusion.factors) {
		const isNamed = conclusion.surest.some(({ factor }) => factor.id === one.factor.id);
		assert.ok(isNamed || sure(one) <= least, one.factor.id);
		assert.equal(
			conclusion.thin.some(({ factor }) => factor.id === one.factor.id),
			sure(one) === 0
		);
	}
});

test('an empty base gives an empty overview', () => {
	const overview = composeOverview(sampleBase());
	assert.deepEqual(overview.references, []);
	assert.deepEqual(overview.conclusion.surest, []);
	assert.equal(overview.conclusion.all.all, 0);
});

/** Without `findings`: one about workload that names the works given. */
function small(named: Partial<EvidenceBase>, works: readonly string[] = []): EvidenceBase {
	return sampleBase({ factors: [workload], outcomes, findings: [sampleFinding({ studies: works })], ...named });
}

function toldIn(overview: Overview): readonly ToldFinding[] {
	const subjects = [
		...overview.consequences.map(({ subject }) => subject),
		...Object.values(overview.factors)
			.flat()
			.map(({ themes, uncarried }) => ({ steps: themes.flatMap(({ steps }) => steps), uncarried })),
		...overview.levels.map(({ effects }) => effects),
		overview.generalEffects,
		overview.research,
		overview.fit
	];
	return subjects.flatMap(({ steps, uncarried }) => [...steps.flatMap(({ findings }) => findings), ...uncarried]);
}

function idsOf(overview: Overview): readonly string[] {
	return toldIn(overview).map(({ finding }) => finding.id);
}

function idsOfSteps(steps: ToldSubject['steps']): readonly string[] {
	return steps.flatMap(({ findings }) => findings.map(({ finding }) => finding.id));
}

function idsOfSubject(subject: ToldSubject | undefined): readonly string[] {
	return subject === undefined
		? []
		: [...idsOfSteps(subject.steps), ...subject.uncarried.map(({ finding }) => finding.id)];
}
