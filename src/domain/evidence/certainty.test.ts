import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certaintyOf, certaintyOfIntervention, isEffectMeasured } from '#domain/evidence/certainty.ts';
import type { Finding, Study } from '#domain/evidence/evidence.ts';
import { sampleFinding, sampleIntervention, sampleStudy } from '#domain/evidence/sample-records.ts';

function grade(studies: readonly Study[], named: Partial<Finding> = {}) {
	return certaintyOf(sampleFinding({ studies: studies.map((study) => study.id), ...named }), studies);
}

/** Nordic, so that the reasons of a test are about what it plants. */
const review = sampleStudy({ id: 'review', design: 'systematic-review', participants: null, isNordic: true });
const cohort = sampleStudy({ id: 'cohort', design: 'longitudinal' });
const survey = sampleStudy({ id: 'survey', isNordic: true });
const otherSurvey = sampleStudy({ id: 'other-survey' });
const interviews = sampleStudy({ id: 'interviews', design: 'qualitative', participants: 21, isNordic: true });
const trial = sampleStudy({ id: 'trial', design: 'randomised-trial', isNordic: true });

test('a review gives moderate certainty', () => {
	assert.deepEqual(grade([review]), { certainty: 'moderate', reasons: ['review-among-studies'] });
});

test('two surveys give low certainty, one survey very low', () => {
	assert.deepEqual(grade([survey, otherSurvey]), { certainty: 'low', reasons: ['only-cross-sectional'] });
	assert.deepEqual(grade([survey]), { certainty: 'very-low', reasons: ['only-cross-sectional', 'single-study'] });
});

test('a review, a cohort and a survey without shared authors give high certainty', () => {
	assert.deepEqual(grade([review, cohort, survey]), {
		certainty: 'high',
		reasons: ['review-among-studies', 'followed-over-time', 'several-independent-works']
	});
});

test('three works of one author are one voice and do not raise certainty', () => {
	const authors = [{ family: 'Cummings', given: 'Greta' }];
	const works = [review, cohort, survey].map((study) => ({ ...study, authors }));
	assert.deepEqual(grade(works), {
		certainty: 'moderate',
		reasons: ['review-among-studies', 'followed-over-time', 'shared-authors']
	});
});

test('two reviews are one voice, so that with one cohort they do not reach high', () => {
	const otherReview = sampleStudy({ id: 'other-review', design: 'review', isNordic: true });
	assert.deepEqual(grade([review, otherReview, cohort]), {
		certainty: 'moderate',
		reasons: ['review-among-studies', 'followed-over-time', 'reviews-may-share-studies']
	});
	assert.equal(grade([review, otherReview, cohort, survey]).certainty, 'high');
});

test('without a Nordic work nothing reaches high, and nothing is pulled down for it', () => {
	const elsewhere = [review, cohort, survey].map((study) => ({ ...study, isNordic: false }));
	assert.deepEqual(grade(elsewhere), {
		certainty: 'moderate',
		reasons: ['review-among-studies', 'followed-over-time', 'several-independent-works', 'not-nordic']
	});
});

test('older works alone are one step less certain, and one newer work is enough against it', () => {
	const older = { ...review, year: 2008 };
	assert.deepEqual(grade([older]), { certainty: 'low', reasons: ['review-among-studies', 'only-older-works'] });
	assert.equal(grade([older, survey]).certainty, 'moderate');
	assert.equal(grade([{ ...review, year: null }]).certainty, 'moderate');
});

test('three independent works without anything followed over time do not reach high', () => {
	assert.equal(grade([review, survey, otherSurvey]).certainty, 'moderate');
});

test('a single study of fewer than fifty people is called small, one of unknown size is not', () => {
	assert.deepEqual(grade([interviews]), { certainty: 'very-low', reasons: ['only-interviews', 'single-small-study'] });
	assert.equal(grade([{ ...interviews, participants: 49 }]).reasons[1], 'single-small-study');
	assert.equal(grade([{ ...interviews, participants: 50 }]).reasons[1], 'single-study');
	assert.equal(grade([{ ...interviews, participants: null }]).reasons[1], 'single-study');
});

test('a study that could not be verified counts for nothing', () => {
	const unverified = { ...review, status: 'recalled' as const };
	assert.deepEqual(grade([unverified]), {
		certainty: 'very-low',
		reasons: ['no-source-shows-it', 'record-not-verified']
	});
	assert.deepEqual(grade([unverified, survey, otherSurvey]), {
		certainty: 'low',
		reasons: ['only-cross-sectional', 'record-not-verified']
	});
});

test('a study that shows less than the claim counts for nothing', () => {
	assert.deepEqual(grade([review], { notShownBy: ['review'] }), {
		certainty: 'very-low',
		reasons: ['no-source-shows-it']
	});
	assert.ok(grade([cohort, survey], { notShownBy: ['survey'] }).reasons.includes('study-shows-less'));
	assert.equal(grade([review, survey], { notShownBy: ['review'] }).certainty, 'very-low');
});

test('a study that points the other way counts for nothing and pulls certainty down', () => {
	assert.deepEqual(grade([review, survey], { contradictedBy: ['survey'] }), {
		certainty: 'low',
		reasons: ['review-among-studies', 'studies-disagree']
	});
});

test('evidence from outside health care, or not about leaders, is one step less certain each', () => {
	const elsewhere = { ...review, isHealthCare: false };
	assert.deepEqual(grade([elsewhere]), { certainty: 'low', reasons: ['review-among-studies', 'not-health-care'] });
	assert.deepEqual(grade([{ ...elsewhere, isAboutLeaders: false }]), {
		certainty: 'very-low',
		reasons: ['review-among-studies', 'not-health-care', 'not-leaders']
	});
	assert.equal(grade([elsewhere, survey]).certainty, 'moderate');
	assert.equal(grade([{ ...review, isHealthCare: null }]).certainty, 'low');
});

test('a review that calls its evidence thin gives low certainty, unless a better one stands beside it', () => {
	const thin = { ...review, callsOwnEvidenceThin: true };
	const solid = { ...review, id: 'solid', authors: [{ family: 'Solid', given: 'B' }] };
	assert.deepEqual(grade([thin]), {
		certainty: 'low',
		reasons: ['review-among-studies', 'review-calls-evidence-thin']
	});
	assert.equal(grade([thin, solid]).certainty, 'moderate');
	assert.ok(grade([thin, solid]).reasons.includes('reviews-may-share-studies'));
});

test('an effect that no study tested is very uncertain, however many suggest it', () => {
	assert.deepEqual(grade([survey, otherSurvey], { kind: 'intervention-effect' }), {
		certainty: 'very-low',
		reasons: ['only-cross-sectional', 'suggested-not-tested']
	});
});

test('each design without a review, trial or cohort is named for what it lacks', () => {
	const argument = sampleStudy({ id: 'argument', design: 'conceptual' });
	const before = sampleStudy({ id: 'before-after', design: 'intervention' });
	assert.equal(grade([argument]).reasons[0], 'only-argument');
	assert.equal(grade([argument]).certainty, 'very-low');
	assert.equal(grade([before, survey]).reasons[0], 'no-control-group');
	assert.equal(grade([interviews, survey]).reasons[0], 'only-single-time');
	assert.equal(grade([{ ...review, design: 'meta-analysis' }]).reasons[0], 'meta-analysis-among-studies');
});

test('a finding whose studies are not given is very uncertain without a reason to show', () => {
	assert.deepEqual(certaintyOf(sampleFinding({ studies: ['gone'] }), []), { certainty: 'very-low', reasons: [] });
});

test('the order of studies does not matter', () => {
	const studies = [review, cohort, survey, interviews];
	assert.deepEqual(grade(studies.toReversed()), grade(studies));
});

/** `intervention`: null for interventions as such. */
function effectOf(intervention: string | null, studies: readonly string[]): Finding {
	return sampleFinding({
		id: 'measured',
		kind: 'intervention-effect',
		from: { kind: 'intervention', id: intervention },
		studies
	});
}

test('an effect is measured by a trial without comparison, whatever was followed over time beside it', () => {
	const before = sampleStudy({ id: 'before-after', design: 'intervention' });
	const base = { findings: [effectOf(null, ['before-after', 'cohort'])], studies: [before, cohort] };
	const graded = certaintyOfIntervention(sampleIntervention({ findings: ['measured'] }), base);
	assert.deepEqual([graded.certainty, graded.reasons[0]], ['moderate', 'effect-measured']);
	const followed = { ...base, findings: [effectOf(null, ['cohort'])] };
	assert.equal(
		certaintyOfIntervention(sampleIntervention({ findings: ['measured'] }), followed).reasons[0],
		'effect-not-measured'
	);
});

test('what was measured of another intervention is not its effect', () => {
	const own = sampleIntervention({ id: 'own', findings: ['measured'] });
	const reasonsFor = (measured: string) =>
		certaintyOfIntervention(own, { findings: [effectOf(measured, ['trial'])], studies: [trial] }).reasons[0];
	assert.equal(reasonsFor('own'), 'effect-measured');
	assert.equal(reasonsFor('another'), 'effect-not-measured');
});

test('a measured effect decides over findings that only say what matters', () => {
	const measured = effectOf(null, ['trial']);
	const matters = sampleFinding({ id: 'matters', studies: ['review'] });
	const intervention = sampleIntervention({ findings: ['matters', 'measured'] });
	assert.deepEqual(certaintyOfIntervention(intervention, { findings: [matters, measured], studies: [trial, review] }), {
		certainty: 'low',
		reasons: ['effect-measured', 'trial-among-studies', 'single-study']
	});
});

test('without a measured effect an intervention is one step less certain than what it leans on, and low at most', () => {
	const intervention = sampleIntervention({ findings: ['a-finding'] });
	const leanOn = (studies: readonly Study[]) =>
		certaintyOfIntervention(intervention, {
			findings: [sampleFinding({ studies: studies.map((study) => study.id) })],
			studies
		});
	assert.equal(leanOn([review, cohort, survey]).certainty, 'low');
	assert.equal(leanOn([review]).certainty, 'low');
	assert.equal(leanOn([survey, otherSurvey]).certainty, 'very-low');
	assert.deepEqual(leanOn([review]).reasons, ['effect-not-measured', 'review-among-studies']);
});

test('a poorly measured effect does not make an intervention less certain than what it leans on', () => {
	const measured = effectOf(null, ['before-after']);
	const matters = sampleFinding({ id: 'matters', studies: ['review'] });
	const before = sampleStudy({ id: 'before-after', design: 'intervention' });
	const intervention = sampleIntervention({ findings: ['matters', 'measured'] });
	const graded = certaintyOfIntervention(intervention, { findings: [matters, measured], studies: [before, review] });
	assert.equal(graded.certainty, 'low');
	assert.equal(graded.reasons[0], 'effect-measured-weakly');
	assert.ok(isEffectMeasured(graded.reasons));
});

test('an intervention without findings is very uncertain', () => {
	const graded = certaintyOfIntervention(sampleIntervention({ findings: [] }), { findings: [], studies: [] });
	assert.deepEqual(graded, { certainty: 'very-low', reasons: ['effect-not-measured'] });
});
