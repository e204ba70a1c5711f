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
	const record = withFieldsOf(now, edited, changedHere);
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

/**
 * What an edit counts as made from, once upgrades have brought some of it: a field that was shipped as it was edited is no
 * longer a change of ours, and follows what is shipped from then on.
 *
 * Shape: `before` and `since` are what was shipped, the oldest first; `version` is left as it was in `before`. Missing: with
 * nothing since, `before` is returned. Throws nothing.
 */
export function adopted<Entry extends { readonly version: number }>({
	before,
	since,
	edited
}: {
	readonly before: Entry;
	readonly since: readonly Entry[];
	readonly edited: Entry;
}): Entry {
	const fieldsEdited = fieldsOf(edited);
	return since.reduce((known, shipped) => {
		const fieldsShipped = fieldsOf(shipped);
		const brought = changedFields(known, edited).filter(
			(field) => field !== 'version' && isSame(fieldsShipped.get(field), fieldsEdited.get(field))
		);
		return withFieldsOf(known, edited, brought);
	}, before);
}

/** A record with these fields as another has them; what the other does not have goes. Throws nothing. */
export function withFieldsOf<Entry extends object>(record: Entry, other: object, fields: readonly string[]): Entry {
	const [mixed, taken] = [{ ...record }, fieldsOf(other)];
	for (const field of fields) {
		if (taken.has(field)) Object.assign(mixed, { [field]: taken.get(field) });
		else Reflect.deleteProperty(mixed, field);
	}
	return mixed;
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
