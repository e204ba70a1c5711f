// How sure a reader can be of a claim, by a stated rule: in the spirit of GRADE, but not GRADE. evidence/README.md
// says the rule in words; the two must change together.
import type { Certainty, EvidenceBase, Finding, Intervention, Study, StudyDesign } from '#domain/evidence/evidence.ts';
import { independentVoices, reviewDesigns } from '#domain/evidence/independent-voices.ts';
import { selectionCriteriaOf } from '#domain/evidence/selection-criteria.ts';
import { standingOf } from '#domain/evidence/standing.ts';

/** Why a claim has the certainty it has. Texts for people are in texts/…/certainty.ts. */
export type CertaintyReason =
	| 'meta-analysis-among-studies'
	| 'review-among-studies'
	| 'trial-among-studies'
	| 'followed-over-time'
	| 'no-control-group'
	| 'only-cross-sectional'
	| 'only-interviews'
	| 'only-single-time'
	| 'only-argument'
	| 'several-independent-works'
	| 'shared-authors'
	| 'reviews-may-share-studies'
	| 'single-study'
	| 'single-small-study'
	| 'review-calls-evidence-thin'
	| 'suggested-not-tested'
	| 'not-health-care'
	| 'not-leaders'
	| 'not-nordic'
	| 'only-older-works'
	| 'no-source-shows-it'
	| 'record-not-verified'
	| 'study-shows-less'
	| 'studies-disagree'
	| 'effect-measured'
	| 'effect-measured-weakly'
	| 'effect-not-measured';

export type CertaintyWithReasons = { readonly certainty: Certainty; readonly reasons: readonly CertaintyReason[] };

const ladder: readonly Certainty[] = ['very-low', 'low', 'moderate', 'high'];
const strongDesigns: readonly StudyDesign[] = [...reviewDesigns, 'randomised-trial', 'longitudinal'];
const testingDesigns: readonly StudyDesign[] = [...reviewDesigns, 'randomised-trial', 'intervention'];
const fewestInNotSmallStudy = 50;
const worksForSeveral = 3;

/**
 * How sure a reader can be that a finding is true.
 *
 * A study counts where its record is verified and the finding lists it neither under `notShownBy` nor under
 * `contradictedBy`. With none: very low.
 * Start: moderate with a review, meta-analysis, randomised trial or longitudinal study; low with cross-sectional,
 * uncontrolled or interview studies; very low with argument only, or where an effect is claimed that no counted study
 * tested (a longitudinal study alone tests none). One step down for each of: one single primary study; a study that
 * points the other way; no counted study in health care; none about leaders; none from 2010 or later; every review, trial
 * or longitudinal study among them calls its own evidence thin. One step up where nothing pulls down, at least three
 * independent works agree, among them a review and a trial or longitudinal study, and at least one of them is Nordic.
 * Works that share an author are one voice, and so are all reviews together, since they may rest on the same primary
 * studies.
 *
 * Shape: `studies` holds at least those named by the finding; others are ignored. Missing: an unknown population counts
 * as neither health care nor leaders; an unknown number of participants is not taken as small.
 * Returns one of four steps with the reasons for it, in the order in which they were met. Throws nothing.
 * Source: own rule, in the spirit of Guyatt et al. 2008 (GRADE), doi 10.1136/bmj.39489.470347.AD; differences in
 * evidence/README.md. Checked against the cases in certainty.test.ts.
 */
export function certaintyOf(finding: Finding, studies: readonly Study[]): CertaintyWithReasons {
	const cited = studies.filter((study) => finding.studies.includes(study.id));
	const verified = cited.filter((study) => study.status === 'verified');
	const counted = verified.filter((study) => standingOf(study, finding) === 'counts');
	const reasons: CertaintyReason[] = [];
	if (counted.length > 0) reasons.push(...reasonsFromDesign(counted));

	const isUntested = finding.kind === 'intervention-effect' && !isTested(counted);
	if (counted.length > 0 && isUntested) reasons.push('suggested-not-tested');
	const pulls = counted.length > 0 ? pullsDown(finding, counted) : [];
	reasons.push(...pulls);
	const voices = independentVoices(counted);
	if (voices.voices >= worksForSeveral) reasons.push('several-independent-works');
	else if (voices.haveSharedAuthors) reasons.push('shared-authors');
	if (voices.areReviewsMerged) reasons.push('reviews-may-share-studies');
	const isNordic = counted.some((study) => study.isNordic === true);
	if (counted.length > 0 && !isNordic) reasons.push('not-nordic');
	if (cited.length > 0 && counted.length === 0) reasons.push('no-source-shows-it');
	if (verified.length < cited.length) reasons.push('record-not-verified');
	const isOverstated = verified.some((study) => finding.notShownBy?.includes(study.id));
	if (counted.length > 0 && isOverstated) reasons.push('study-shows-less');

	if (counted.length === 0 || isUntested) return { certainty: 'very-low', reasons };
	const isRaised =
		pulls.length === 0 && voices.voices >= worksForSeveral && isConfirmedOverTime(counted) && isNordic;
	return { certainty: stepAt(startOf(counted) - pulls.length + (isRaised ? 1 : 0)), reasons };
}

/**
 * How sure a reader can be that an intervention helps.
 *
 * Two ways to know, of which the surer decides (the first where they are equal): the surest of its findings in which a
 * study tested an effect of it, or of interventions as such; or what its findings say matters, one step below the surest of them and low at most.
 * Shape: findings are looked up in the base; a name that is not there is ignored. Missing: no findings is very low.
 * Returns one of four steps with reasons. Throws nothing. Source: own rule, see `certaintyOf`.
 */
export function certaintyOfIntervention(
	intervention: Intervention,
	base: Pick<EvidenceBase, 'findings' | 'studies'>
): CertaintyWithReasons {
	const graded = base.findings
		.filter((finding) => intervention.findings.includes(finding.id))
		.map((finding) => ({ finding, ...certaintyOf(finding, base.studies) }));
	const tested = surest(graded.filter(({ finding }) => isTestedEffect(finding, intervention, base.studies)));
	const untested = surest(graded.filter(({ finding }) => !isTestedEffect(finding, intervention, base.studies)));
	const leaning = untested === null ? 0 : Math.min(ladder.indexOf(untested.certainty) - 1, ladder.indexOf('low'));
	if (tested !== null && ladder.indexOf(tested.certainty) >= leaning) {
		return { certainty: tested.certainty, reasons: ['effect-measured', ...tested.reasons] };
	}
	const effect = tested === null ? 'effect-not-measured' : 'effect-measured-weakly';
	return { certainty: stepAt(leaning), reasons: [effect, ...(untested?.reasons ?? [])] };
}

/** Whether the effect of an intervention has been measured at all, by the reasons for its certainty. */
export function isEffectMeasured(reasons: readonly CertaintyReason[]): boolean {
	return reasons.includes('effect-measured') || reasons.includes('effect-measured-weakly');
}

function reasonsFromDesign(counted: readonly Study[]): readonly CertaintyReason[] {
	const designs = counted.map((study) => study.design);
	const reasons: CertaintyReason[] = [];
	if (designs.includes('meta-analysis')) reasons.push('meta-analysis-among-studies');
	if (designs.includes('systematic-review') || designs.includes('review')) reasons.push('review-among-studies');
	if (designs.includes('randomised-trial')) reasons.push('trial-among-studies');
	if (designs.includes('longitudinal')) reasons.push('followed-over-time');
	if (reasons.length > 0) return reasons;
	if (designs.includes('intervention')) return ['no-control-group'];
	if (designs.every((design) => design === 'cross-sectional')) return ['only-cross-sectional'];
	if (designs.every((design) => design === 'qualitative')) return ['only-interviews'];
	if (designs.every((design) => design === 'conceptual' || design === 'unknown')) return ['only-argument'];
	return ['only-single-time'];
}

function startOf(counted: readonly Study[]): number {
	if (counted.some((study) => strongDesigns.includes(study.design))) return ladder.indexOf('moderate');
	const hasData = counted.some((study) => study.design !== 'conceptual' && study.design !== 'unknown');
	return ladder.indexOf(hasData ? 'low' : 'very-low');
}

function pullsDown(finding: Finding, counted: readonly Study[]): readonly CertaintyReason[] {
	const pulls: CertaintyReason[] = [];
	const [only, second] = counted;
	if (only !== undefined && second === undefined && !reviewDesigns.includes(only.design)) {
		const people = only.participants ?? null;
		pulls.push(people !== null && people < fewestInNotSmallStudy ? 'single-small-study' : 'single-study');
	}
	const strong = counted.filter((study) => strongDesigns.includes(study.design));
	if (strong.length > 0 && strong.every((study) => study.callsOwnEvidenceThin === true)) {
		pulls.push('review-calls-evidence-thin');
	}
	if (finding.contradictedBy !== undefined && finding.contradictedBy.length > 0) pulls.push('studies-disagree');
	if (!counted.some((study) => study.isHealthCare === true)) pulls.push('not-health-care');
	if (!counted.some((study) => study.isAboutLeaders === true)) pulls.push('not-leaders');
	if (counted.every((study) => selectionCriteriaOf(study).isRecent === false)) pulls.push('only-older-works');
	return pulls;
}

function isConfirmedOverTime(counted: readonly Study[]): boolean {
	const hasReview = counted.some((study) => reviewDesigns.includes(study.design));
	const overTime = counted.some((study) => study.design === 'longitudinal' || study.design === 'randomised-trial');
	return hasReview && overTime;
}

function isTested(counted: readonly Study[]): boolean {
	return counted.some((study) => testingDesigns.includes(study.design));
}

/** Whether a study that counts tested an effect of this intervention, or of interventions as such. */
function isTestedEffect(finding: Finding, intervention: Intervention, studies: readonly Study[]): boolean {
	const { kind, from } = finding;
	if (kind !== 'intervention-effect' || from.kind !== 'intervention') return false;
	const cited = studies.filter((study) => finding.studies.includes(study.id));
	const counted = cited.filter((study) => standingOf(study, finding) === 'counts');
	return (from.id === null || from.id === intervention.id) && isTested(counted);
}

function surest<T extends { readonly certainty: Certainty }>(graded: readonly T[]): T | null {
	let best: T | null = null;
	for (const one of graded) {
		if (best === null || ladder.indexOf(one.certainty) > ladder.indexOf(best.certainty)) best = one;
	}
	return best;
}

function stepAt(index: number): Certainty {
	return ladder[Math.max(0, Math.min(ladder.length - 1, index))] ?? 'very-low';
}
