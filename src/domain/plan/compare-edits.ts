// Two people have changed the same plan. Nobody's words are lost: what only one of them touched is joined, and what both
// touched is put side by side.

export type EditedText = {
	/** Name of the field in the form. */
	readonly field: string;
	/** What the second person wrote. */
	readonly yours: string;
	/** What the first person had saved in between. */
	readonly theirs: string;
};

export type ComparedEdits = {
	/** What the form goes on with: the second person's words where they changed something, else the first person's. */
	readonly joined: Readonly<Record<string, string>>;
	/** Fields that both changed, and not to the same. */
	readonly clashes: readonly EditedText[];
	/** Fields that only the first person changed: they are taken over. */
	readonly takenOver: readonly EditedText[];
};

/**
 * Compares two edits of one text, field by field. `base`: the fields when the second person opened the form; `theirs`: as
 * they are stored now; `yours`: as the second person sent them. A field that is missing counts as empty.
 */
export function compareEdits(edits: {
	readonly base: Readonly<Record<string, string>>;
	readonly theirs: Readonly<Record<string, string>>;
	readonly yours: Readonly<Record<string, string>>;
}): ComparedEdits {
	const fields = [...new Set([...Object.keys(edits.yours), ...Object.keys(edits.theirs)])];
	const all = fields.map((field) => {
		const [base, theirs, yours] = [edits.base, edits.theirs, edits.yours].map((texts) => texts[field] ?? '');
		return { field, base: base ?? '', theirs: theirs ?? '', yours: yours ?? '' };
	});
	const isTakenOver = (one: (typeof all)[number]) => one.yours === one.base && one.theirs !== one.base;
	return {
		joined: Object.fromEntries(all.map((one) => [one.field, isTakenOver(one) ? one.theirs : one.yours])),
		clashes: all
			.filter((one) => one.yours !== one.base && one.theirs !== one.base && one.yours !== one.theirs)
			.map(({ field, yours, theirs }) => ({ field, yours, theirs })),
		takenOver: all.filter(isTakenOver).map(({ field, yours, theirs }) => ({ field, yours, theirs }))
	};
}
