// What happened to a plan, kept as it happened, and what its text was at an earlier version.
import type { Plan } from './plan.ts';

export const planEventKinds = [
	'decided',
	'changed',
	'step-done',
	'step-reopened',
	'checked-in',
	'taken-over',
	'moved',
	'ended',
	'proposed',
	'answered'
] as const;
export type PlanEventKind = (typeof planEventKinds)[number];

/** Texts by field, as `planText` names them. */
export type PlanText = Readonly<Record<string, string>>;

export type PlanEventDetails = {
	/** Of a change: the version it made, and the fields that it touched. */
	readonly version?: number;
	readonly before?: PlanText;
	readonly after?: PlanText;
	readonly stepId?: string;
	/** A step, an owner, a receiver or a unit in words, as it was called then. */
	readonly subject?: string;
	readonly answer?: string;
	readonly reason?: string;
};

export type PlanEvent = {
	readonly happenedAt: Date;
	/** A name; empty for the system itself. */
	readonly person: string;
	readonly kind: PlanEventKind;
	readonly details: PlanEventDetails;
};

/** Every field of a plan that an edit may change, as text. Steps are named by their ids; what is empty is an empty text. */
export function planText(
	plan: Pick<
		Plan,
		'title' | 'targetFactor' | 'level' | 'owner' | 'resources' | 'signs' | 'involved' | 'followUpOn' | 'steps'
	>
): PlanText {
	return {
		title: plan.title,
		targetFactor: plan.targetFactor,
		level: plan.level ?? '',
		owner: plan.owner?.name ?? '',
		resources: plan.resources,
		signs: plan.signs.join('\n'),
		involved: plan.involved,
		followUpOn: plan.followUpOn ?? '',
		...Object.fromEntries(
			plan.steps.flatMap((step) => [
				[`step:${step.id}:description`, step.description],
				[`step:${step.id}:level`, step.level],
				[`step:${step.id}:owner`, step.owner],
				[`step:${step.id}:dueOn`, step.dueOn],
				[`step:${step.id}:interventionId`, step.interventionId ?? '']
			])
		)
	};
}

/** The fields in which two texts differ, before and after; a field that is missing counts as empty. */
export function changedFields(
	before: PlanText,
	after: PlanText
): { readonly before: PlanText; readonly after: PlanText } {
	const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
		(field) => (before[field] ?? '') !== (after[field] ?? '')
	);
	const pick = (text: PlanText) => Object.fromEntries(fields.map((field) => [field, text[field] ?? '']));
	return { before: pick(before), after: pick(after) };
}

/**
 * The same details without a person that the program wrote into them: owners before and after a change, and the receiver of a
 * proposal. `isPerson` knows the whole text of a field; `instead` takes its place. What people wrote in free text stays.
 */
export function detailsWithout(
	{ kind, details }: Pick<PlanEvent, 'kind' | 'details'>,
	isPerson: (text: string) => boolean,
	instead: string
): PlanEventDetails {
	const clean = (text: PlanText) =>
		Object.fromEntries(
			Object.entries(text).map(([field, value]) => [
				field,
				/^(owner|step:.*:owner)$/.test(field) && isPerson(value) ? instead : value
			])
		);
	return {
		...details,
		...(details.before === undefined ? {} : { before: clean(details.before) }),
		...(details.after === undefined ? {} : { after: clean(details.after) }),
		...(kind === 'proposed' && details.reason !== undefined && isPerson(details.reason) ? { reason: instead } : {})
	};
}

/** What a plan said at a version: its text of today with the later changes taken back, newest first. */
export function textAtVersion(today: PlanText, events: readonly PlanEvent[], version: number): PlanText {
	return events
		.filter((event) => (event.details.version ?? 0) > version)
		.toReversed()
		.reduce<PlanText>((text, event) => ({ ...text, ...event.details.before }), today);
}
