// What is asked, as declared data: an instrument file is the only source of items, scales and their direction.
import type { Localised } from '#domain/language/localised.ts';

/** One of the answers a respondent can choose, with the number that is stored. */
export type ResponseOption = { readonly value: number; readonly label: Localised };

/** A set of answers that several items share. `options` is absent where answers are only imported. */
export type ResponseFormat = {
	readonly id: string;
	/** Lowest and highest value that counts as an answer. */
	readonly minimum: number;
	readonly maximum: number;
	/** False where answers may lie between whole numbers (an imported mean). */
	readonly isWhole: boolean;
	readonly options?: readonly ResponseOption[];
};

/** One question. `wording` is absent where the organisation holds the rights and answers are only imported. */
export type Item = {
	readonly id: string;
	readonly format: string;
	readonly wording?: Localised;
	/** True where a high answer means a low score. */
	readonly isReversed: boolean;
};

/** What a high score means: a strain (risk), something that carries (resource), or neither. */
export type ScaleDirection = 'strain' | 'resource' | 'neutral';

/** A set of items with one score. */
export type Scale = {
	readonly id: string;
	readonly name: Localised;
	readonly items: readonly string[];
	readonly direction: ScaleDirection;
	/** Factor of the evidence base that the scale measures, or null where it stands alone. */
	readonly factor: string | null;
	/** Outcome of the evidence base that the scale measures, or null. */
	readonly outcome: string | null;
	/** `points`: 0-100 (COPSOQ's convention). `mean`: the mean of the items in their own range. */
	readonly metric: 'points' | 'mean';
};

/** A page of the questionnaire: the items that are shown together. */
export type InstrumentPage = {
	readonly id: string;
	readonly title: Localised;
	/** One line above the questions, such as the period to think of. */
	readonly introduction?: Localised;
	readonly items: readonly string[];
};

export type Instrument = {
	readonly id: string;
	readonly version: number;
	/** The questionnaire that this one was taken from, with the same items and scales; absent where it is its own. */
	readonly parent?: { readonly id: string; readonly version: number };
	readonly name: Localised;
	/** What the instrument says of its own validation, shown wherever it is chosen. */
	readonly validation: Localised;
	readonly licence: string;
	readonly formats: readonly ResponseFormat[];
	readonly items: readonly Item[];
	readonly scales: readonly Scale[];
	/** Empty where the instrument cannot be answered here, only imported. */
	readonly pages: readonly InstrumentPage[];
	/** Values in an imported file that mean "not answered". */
	readonly missingCodes: readonly string[];
};
