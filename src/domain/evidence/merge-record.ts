// Three versions of one record become one: as it was shipped when somebody edited it, as it is shipped now, and as edited.

/** A field that was changed here and, differently, in what is shipped. */
export type FieldConflict = {
	readonly field: string;
	readonly before: unknown;
	readonly now: unknown;
	readonly edited: unknown;
};

/**
 * Merges a record field by field: what was not changed here follows what is shipped now, what was changed here stays as
 * edited. A text counts as one field with both its languages, so that Danish and English never say different things.
 *
 * Shape: three versions of the same record; `version` is left to the caller and taken from `now`. Missing: a field that is
 * absent is compared as absent, so fields that a later shape brings or takes away follow `now`.
 * Returns the merged record with a conflict for each field that was changed on both sides and not alike: there the edited
 * value stands. Throws nothing.
 */
export function mergeRecord<Entry extends { readonly version: number }>({
	before,
	now,
	edited
}: {
	readonly before: Entry;
	readonly now: Entry;
	readonly edited: Entry;
}): { readonly record: Entry; readonly conflicts: readonly FieldConflict[] } {
	const [fieldsBefore, fieldsNow, fieldsEdited] = [fieldsOf(before), fieldsOf(now), fieldsOf(edited)];
	const changedHere = changedFields(before, edited).filter((field) => field !== 'version');
	const record = { ...now };
	for (const field of changedHere) {
		if (fieldsEdited.has(field)) Object.assign(record, { [field]: fieldsEdited.get(field) });
		else Reflect.deleteProperty(record, field);
	}
	const conflicts = changedHere
		.filter((field) => !isSame(fieldsBefore.get(field), fieldsNow.get(field)))
		.filter((field) => !isSame(fieldsNow.get(field), fieldsEdited.get(field)))
		.map((field) => ({
			field,
			before: fieldsBefore.get(field),
			now: fieldsNow.get(field),
			edited: fieldsEdited.get(field)
		}));
	return { record, conflicts };
}

/** Names of the fields in which two versions differ, in the order of the first. A field may be absent. Throws nothing. */
export function changedFields(left: object, right: object): readonly string[] {
	const [before, after] = [fieldsOf(left), fieldsOf(right)];
	return [...new Set([...before.keys(), ...after.keys()])].filter(
		(field) => !isSame(before.get(field), after.get(field))
	);
}

/** True where two values say the same as data, whatever the order of their fields. Throws nothing. */
export function isSame(left: unknown, right: unknown): boolean {
	if (Object.is(left, right)) return true;
	if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
	if (Array.isArray(left) !== Array.isArray(right)) return false;
	const [own, other] = [fieldsOf(left), fieldsOf(right)];
	return own.size === other.size && [...own].every(([field, value]) => isSame(value, other.get(field)));
}

function fieldsOf(record: object): ReadonlyMap<string, unknown> {
	return new Map<string, unknown>(Object.entries(record));
}
