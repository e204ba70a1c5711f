// Who leads what: the units of an organisation, the leaders in them, and the line from each leader to the own manager.

export type Unit = {
	/** A stable text key that we make; it survives renaming, moving and a later import. */
	readonly id: string;
	/** The organisation's own code, or null where it has none. */
	readonly code: string | null;
	readonly name: string;
	/** The unit above, or null at the top. */
	readonly parentId: string | null;
};

export type Leader = {
	/** A stable text key that we make. */
	readonly id: string;
	/** Employee number, else e-mail, else a weak key made of name and unit (see `leader-key.ts`). */
	readonly key: string;
	readonly name: string;
	/** Lower case, or null where unknown. */
	readonly email: string | null;
	readonly unitId: string;
	/** The leader's own manager, or null at the top. */
	readonly managerId: string | null;
	readonly level: string | null;
	readonly profession: string | null;
	/** Number of people the leader leads (0-10,000), or null where unknown. */
	readonly span: number | null;
};

export type Organisation = { readonly units: readonly Unit[]; readonly leaders: readonly Leader[] };

export const emptyOrganisation: Organisation = { units: [], leaders: [] };
