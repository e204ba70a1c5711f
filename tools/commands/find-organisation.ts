// Which organisation a command works in: the one that is named, else the only one.
import type { Context } from '#server/context.ts';
import {
	deleteOrganisation,
	grantRole,
	insertOrganisation,
	listOrganisations,
	type OrganisationRecord
} from '#server/database/organisations.ts';
import { refuse } from './refusal.ts';

/** Null where there is none at all; refuses where it is not clear which is meant. */
export async function findOrganisation(
	context: Pick<Context, 'db'>,
	wanted: string | undefined
): Promise<OrganisationRecord | null> {
	const all = await listOrganisations(context.db);
	const own = all.filter((organisation) => !organisation.isDemonstration);
	if (wanted === undefined) {
		if (own.length > 1) refuse(`say which organisation with --organisation: ${namesOf(own)}`);
		return own[0] ?? null;
	}
	const text = wanted.trim().toLocaleLowerCase('da');
	const found = all.filter(({ id, name }) => id === text || name.toLocaleLowerCase('da') === text);
	if (found.length > 1)
		refuse(`several organisations are called "${wanted}": give the id, one of ${found.map(({ id }) => id).join(', ')}`);
	if (found.length === 0 && own.length > 0) refuse(`there is no organisation "${wanted}"; there is: ${namesOf(all)}`);
	return found[0] ?? null;
}

/** As above, for commands that cannot begin with nothing. */
export async function requireOrganisation(
	context: Pick<Context, 'db'>,
	wanted: string | undefined
): Promise<OrganisationRecord> {
	const found = await findOrganisation(context, wanted);
	return found ?? refuse('there is no organisation yet: import one first, or set it up in the browser');
}

export type NewOrganisation = { readonly organisation?: string; readonly administrator?: string };

/**
 * Lets `work` have the organisation, which is made where there is none. Where `work` refuses, an organisation that was
 * made for it goes away again.
 */
export async function withOrganisation<Result>(
	context: Pick<Context, 'db' | 'now' | 'randomId'>,
	options: NewOrganisation,
	work: (organisation: OrganisationRecord) => Promise<Result>
): Promise<Result> {
	const found = await findOrganisation(context, options.organisation);
	if (found !== null) {
		if (options.administrator !== undefined)
			refuse(`--administrator is for an organisation that is made now; "${found.name}" is there already`);
		return work(found);
	}
	const made = await makeOrganisation(context, options);
	try {
		return await work(made);
	} catch (error) {
		await deleteOrganisation(context.db, made.id);
		throw error;
	}
}

export async function makeOrganisation(
	context: Pick<Context, 'db' | 'now' | 'randomId'>,
	options: NewOrganisation
): Promise<OrganisationRecord> {
	const name = options.organisation?.trim() || 'Organisation';
	if (name.length > 200) refuse('the name of an organisation has at most 200 characters');
	const administrator = options.administrator?.trim().toLowerCase();
	if (administrator !== undefined && !/^[^\s@]+@[^\s@]+$/.test(administrator))
		refuse(`"${administrator}" is not an e-mail address`);
	const made: OrganisationRecord = { id: context.randomId(), name, isDemonstration: false };
	const at = context.now();
	await insertOrganisation(context.db, { ...made, createdAt: at });
	if (administrator !== undefined) {
		for (const role of ['programme-lead', 'operator'])
			await grantRole(context.db, made.id, { email: administrator, role, at });
	}
	return made;
}

function namesOf(organisations: readonly OrganisationRecord[]): string {
	return organisations.map(({ name }) => `"${name}"`).join(', ');
}
