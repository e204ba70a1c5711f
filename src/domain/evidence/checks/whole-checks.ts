// Rules about the whole: twelve factors, four levels, and an answer to each factor.
import type { EvidenceProblem } from '#domain/evidence/checks/evidence-problem.ts';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import { findingsForFactor } from '#domain/evidence/look-up.ts';
import { levelsInOrder } from '#domain/evidence/order.ts';

const fewestInterventions = 20;
const fewestFindings = 2;
const factorsOfEachKind = 6;

export function checkFactorsAreComplete(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'factors-are-complete';
	return (['risk', 'resource'] as const).flatMap((kind) => {
		const orders = base.factors.filter((factor) => factor.kind === kind).map((factor) => factor.order);
		const expected = Array.from({ length: factorsOfEachKind }, (_, place) => place + 1);
		const isComplete = orders.length === factorsOfEachKind && expected.every((order) => orders.includes(order));
		return isComplete ? [] : [{ rule, record: kind, detail: `orders are ${orders.join(', ')}, not 1 to 6` }];
	});
}

export function checkFactorsHaveFindings(base: EvidenceBase): readonly EvidenceProblem[] {
	return base.factors.flatMap((factor) => {
		const count = findingsForFactor(factor.id, base).length;
		if (count >= fewestFindings) return [];
		return [{ rule: 'factors-have-findings', record: factor.id, detail: `${count} findings, fewer than two` }];
	});
}

export function checkInterventionsCoverLevels(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'interventions-cover-levels';
	const count = base.interventions.length;
	const tooFew = count < fewestInterventions ? [{ rule, record: 'interventions', detail: `only ${count}` }] : [];
	const bare = levelsInOrder.filter((level) => !base.interventions.some((intervention) => intervention.level === level));
	return [...tooFew, ...bare.map((level) => ({ rule, record: level, detail: 'no intervention at this level' }))];
}

export function checkFactorsCanBeMet(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'factors-can-be-met';
	return base.factors.flatMap((factor) => {
		const meeting = base.interventions.filter((intervention) => intervention.factors.includes(factor.id));
		const byOrganisation = meeting.some((intervention) => intervention.level === 'organisation');
		const byOthers = meeting.some(({ level }) => level === 'group' || level === 'leadership');
		return [
			...(byOrganisation ? [] : [{ rule, record: factor.id, detail: 'no intervention of the organisation' }]),
			...(byOthers ? [] : [{ rule, record: factor.id, detail: 'no intervention of a group or its managers' }])
		];
	});
}
