// A workplace assessment (APV) has four elements, by law; three of them, and the assessment of absence, are written by people.

export const partsInOrder = ['mapping', 'absence', 'action-plan', 'follow-up'] as const;
export type AssessmentPart = (typeof partsInOrder)[number];

/** What people write: fields of a part, each a text. Figures and plans come from the release and the plans. */
export const fieldsOfPart = {
	mapping: ['conclusion', 'method', 'other'],
	absence: ['assessment'],
	'action-plan': ['priority'],
	'follow-up': ['who', 'when', 'late', 'involvement']
} as const satisfies Record<AssessmentPart, readonly string[]>;

/** Besides these, `mapping` holds one remark a factor, under `factor:<id>`. */
export const factorField = (factor: string): string => `factor:${factor}`;

export type PartContent = Readonly<Record<string, string>>;
export type AssessmentContent = Readonly<Record<AssessmentPart, PartContent>>;

/** A field longer than this is refused. */
export const mostCharacters = 4000;

/** Fields that have to be filled before an assessment can be finalised: each element must say something of its own. */
export const requiredFields: readonly { readonly part: AssessmentPart; readonly field: string }[] = [
	{ part: 'mapping', field: 'conclusion' },
	{ part: 'absence', field: 'assessment' },
	{ part: 'action-plan', field: 'priority' },
	{ part: 'follow-up', field: 'who' },
	{ part: 'follow-up', field: 'when' },
	{ part: 'follow-up', field: 'late' }
];

export function partOf(text: string): AssessmentPart | null {
	return partsInOrder.find((part) => part === text) ?? null;
}

/** True for a field that the part has. `factors`: ids that the evidence base knows. */
export function isFieldOf(part: AssessmentPart, field: string, factors: readonly string[]): boolean {
	const own: readonly string[] = fieldsOfPart[part];
	return own.includes(field) || (part === 'mapping' && factors.some((factor) => factorField(factor) === field));
}

export type MissingField = (typeof requiredFields)[number] | { readonly part: 'participation'; readonly field: null };

/**
 * What stands in the way of finalising: required fields that are empty, in the order of the steps, and a log that says nothing
 * of how the committee took part since the last assessment. `participations`: how many entries it has since then.
 */
export function missingBeforeFinal(content: AssessmentContent, participations: number): readonly MissingField[] {
	const fields = requiredFields.filter(({ part, field }) => (content[part][field] ?? '').trim() === '');
	return participations > 0 ? fields : [...fields, { part: 'participation', field: null }];
}
