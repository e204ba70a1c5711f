// What all leaders of a group have in common: the only other dimension a result can have, since a response carries no more
// than its group.

/** What the roster says of a leader beside unit and manager. */
export const rosterAttributes = ['level', 'profession'] as const;
export type RosterAttribute = (typeof rosterAttributes)[number];

/** On a leader: what the roster says, null or absent where it says nothing. */
export type LeaderAttributes = { readonly [attribute in RosterAttribute]?: string | null };

/** On a group: every attribute in which all its leaders agree, and no other. */
export type CommonAttributes = { readonly [attribute in RosterAttribute]?: string };

/** A leader of whom the roster does not say the attribute agrees with nobody. Nobody has nothing in common. */
export function commonAttributes(leaders: readonly LeaderAttributes[]): CommonAttributes {
	const common: { [attribute in RosterAttribute]?: string } = {};
	for (const attribute of rosterAttributes) {
		const value = commonValue(leaders, attribute);
		if (value !== null) common[attribute] = value;
	}
	return common;
}

/** What all leaders have in this attribute, or null where they differ or one is unknown. */
export function commonValue(leaders: readonly LeaderAttributes[], attribute: RosterAttribute): string | null {
	const value = leaders[0]?.[attribute] ?? null;
	return leaders.every((leader) => (leader[attribute] ?? null) === value) ? value : null;
}
