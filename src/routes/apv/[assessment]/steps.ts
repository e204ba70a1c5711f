// The steps of a workplace assessment: the law's four elements, the committee, and the end.

export const stepsInOrder = ['mapping', 'absence', 'action-plan', 'follow-up', 'participation', 'finish'] as const;
export type Step = (typeof stepsInOrder)[number];

/** The first where the address names none, or one that does not exist. */
export function stepOf(text: string | null): Step {
	return stepsInOrder.find((step) => step === text) ?? stepsInOrder[0];
}

/** The last where there is none after it. */
export function stepAfter(step: Step): Step {
	return stepsInOrder[stepsInOrder.indexOf(step) + 1] ?? 'finish';
}
