// What an editor has sent, as it was written: nothing of it that can be seen may be lost on the way back.
import type { FormValues } from '#domain/evidence/edit/form-values.ts';

/** Every field but files, those that may be chosen more than once as a list. */
export function readValues(form: FormData): FormValues {
	return Object.fromEntries(
		[...new Set(form.keys())].map((name) => [
			name,
			form
				.getAll(name)
				.filter((value) => typeof value === 'string')
				.map(withoutControls)
		])
	);
}

export function readText(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? withoutControls(value) : '';
}

/** Values that stand in one field as JSON; null where there are none. */
export function readPackedValues(form: FormData, name: string): FormValues | null {
	try {
		const packed: unknown = JSON.parse(readText(form, name));
		if (typeof packed !== 'object' || packed === null) return null;
		return Object.fromEntries(
			Object.entries(packed).map(([field, values]) => [
				field,
				Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
			])
		);
	} catch {
		return null;
	}
}

/** A database takes no NUL, and files with the others in them are not read everywhere. */
function withoutControls(text: string): string {
	return text.replaceAll(/[^\P{Cc}\n\t]/gu, '');
}

/** A revision's number; 0 where there is none. */
export function readRevision(form: FormData, name: string): number {
	const text = readText(form, name);
	return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
