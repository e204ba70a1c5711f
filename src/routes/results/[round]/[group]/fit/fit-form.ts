// The names of the form's fields, and what was posted. Each question posts what stood when the form was opened, so that only
// what somebody changed is saved.

export type PostedFit = {
	readonly answers: readonly {
		readonly interventionId: string;
		readonly dimension: string;
		readonly answer: string;
		readonly was: string;
	}[];
	/** Only those whose mark was changed. */
	readonly practices: readonly { readonly interventionId: string; readonly isDone: boolean }[];
	readonly isForAll: boolean;
	/** The part to go to once it is saved; null where the page stays. */
	readonly goTo: string | null;
};

export const fieldNames = {
	answer: (interventionId: string, dimension: string) => `answer.${interventionId}.${dimension}`,
	was: (interventionId: string, dimension: string) => `was.${interventionId}.${dimension}`,
	isDone: (interventionId: string) => `done.${interventionId}`,
	wasDone: (interventionId: string) => `wasdone.${interventionId}`,
	isForAll: 'for-all',
	goTo: 'go-to'
};

export function readFitForm(form: FormData): PostedFit {
	const text = (name: string) => String(form.get(name) ?? '');
	const parts = [...new Set(form.keys())].map((name) => name.split('.'));
	return {
		answers: parts.flatMap(([kind, interventionId, dimension]) =>
			kind !== 'was' || interventionId === undefined || dimension === undefined
				? []
				: [
						{
							interventionId,
							dimension,
							answer: text(fieldNames.answer(interventionId, dimension)),
							was: text(fieldNames.was(interventionId, dimension))
						}
					]
		),
		practices: parts.flatMap(([kind, interventionId]) => {
			if (kind !== 'wasdone' || interventionId === undefined) return [];
			const isDone = form.has(fieldNames.isDone(interventionId));
			return isDone === (text(fieldNames.wasDone(interventionId)) === 'yes') ? [] : [{ interventionId, isDone }];
		}),
		isForAll: form.has(fieldNames.isForAll),
		goTo: text(fieldNames.goTo) || null
	};
}
