// What an editor has sent, as it was written: nothing of it may be lost on the way back.
import type { FormValues } from '#domain/evidence/edit/form-values.ts';

/** Every field but files, those that may be chosen more than once as a list. */
export function readValues(form: FormData): FormValues {
	return Object.fromEntries(
		[...new Set(form.keys())].map((name) => [name, form.getAll(name).filter((value) => typeof value === 'string')])
	);
}

export function readText(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

/** A revision's number; 0 where there is none. */
export function readRevision(form: FormData, name: string): number {
	const text = readText(form, name);
	return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
