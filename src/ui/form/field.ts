/** What every field has in common. `optional` says so beside the label; a field without it must be filled in. */
export type FieldProps = {
	readonly name: string;
	readonly label: string;
	readonly id?: string;
	readonly hint?: string;
	readonly error?: string | null;
	readonly optional?: boolean;
};

export type Choice = {
	readonly value: string;
	readonly label: string;
	readonly hint?: string;
	readonly disabled?: boolean;
};

/** The ids that describe a field, for `aria-describedby`; undefined where there are none. */
export function describedBy(
	id: string,
	shown: { readonly hint?: string; readonly error?: string | null }
): string | undefined {
	const ids = [];
	if (shown.hint) ids.push(`${id}-hint`);
	if (shown.error) ids.push(`${id}-error`);
	return ids.length > 0 ? ids.join(' ') : undefined;
}
