// Everything that the identity house knows of one person of one organisation, and its removal. The answer house cannot be asked:
// nothing in it says whose it is.
import { sql, type Kysely } from 'kysely';
import { withoutPerson } from './plan-events.ts';
import { accountPlaces, personalPlaces, type PersonalPlace } from './personal-places.ts';
import { forgetLeaders, forgottenName } from './retention.ts';
import type { Tables } from './tables.ts';

export type KnownPerson = {
	readonly organisationId: string;
	/** Lower case, without doubles. */
	readonly emails: readonly string[];
	readonly leaderIds: readonly string[];
	/** Names that nobody else in the organisation bears. */
	readonly names: readonly string[];
	/** All names, whoever else bears them. */
	readonly calledNames: readonly string[];
};

export type PersonalRows = { readonly table: string; readonly rows: readonly Readonly<Record<string, unknown>>[] };

/** Null where nobody in the organisation has the address or the id. */
export async function findKnownPerson(
	db: Kysely<Tables>,
	organisationId: string,
	asked: { readonly email: string } | { readonly leaderId: string }
): Promise<KnownPerson | null> {
	const leaders = await db
		.selectFrom('leaders')
		.select(['leader_id', 'email', 'name'])
		.where('organisation_id', '=', organisationId)
		.execute();
	const column = 'email' in asked ? 'email' : 'leader_id';
	const wanted = 'email' in asked ? asked.email : asked.leaderId;
	const own = leaders.filter((leader) => leader[column] === wanted);
	const emails = new Set(own.flatMap(({ email }) => (email === null ? [] : [email])));
	if ('email' in asked) emails.add(asked.email);
	const accounts = emails.size === 0 ? [] : await namesOfAccounts(db, [...emails]);
	if (own.length === 0 && !(await isKnownAddress(db, organisationId, [...emails]))) return null;
	const ownIds = new Set(own.map(({ leader_id: id }) => id));
	const calledNames = [...new Set([...own.map(({ name }) => name), ...accounts])].filter(
		(name) => name !== '' && name !== forgottenName
	);
	const names = calledNames.filter(
		(name) => !leaders.some((leader) => leader.name === name && !ownIds.has(leader.leader_id))
	);
	return { organisationId, emails: [...emails], leaderIds: [...ownIds], names, calledNames };
}

/** By table, only those in which something was found. */
export async function readPersonalRows(db: Kysely<Tables>, person: KnownPerson): Promise<readonly PersonalRows[]> {
	const found: PersonalRows[] = [];
	for (const place of personalPlaces) {
		const shown = sql.join(place.shown.map((column) => sql.ref(column)));
		// Who was reminded had not collected an invitation: nobody is shown that, not even the person.
		const more = place.table === 'mails' ? sql`and kind <> 'reminder'` : sql``;
		const { rows } = await sql<Record<string, unknown>>`
			select ${shown} from ${sql.table(place.table)}
			where organisation_id = ${person.organisationId}::uuid and ${concerns(place, person)} ${more}
			order by 1`.execute(db);
		if (rows.length > 0) found.push({ table: place.table, rows });
	}
	for (const { table, column, shown } of accountPlaces) {
		if (person.emails.length === 0) continue;
		const { rows } = await sql<Record<string, unknown>>`
			select ${sql.join(shown.map((name) => sql.ref(name)))} from ${sql.table(table)}
			where ${sql.ref(column)} in (${sql.join([...person.emails])}) order by 1`.execute(db);
		if (rows.length > 0) found.push({ table, rows });
	}
	return found;
}

/** Whether the person is in the roster of today, or invited to a round that is not over. */
export async function findTies(
	db: Kysely<Tables>,
	person: KnownPerson
): Promise<{ readonly isInRoster: boolean; readonly isInvited: boolean; readonly isLastProgrammeLead: boolean }> {
	const { rows } = await sql<{ roster: boolean; invited: boolean; others: boolean; leads: boolean }>`
		select
			exists (select from leaders where organisation_id = ${person.organisationId}::uuid and left_at is null
				and leader_id = any(${[...person.leaderIds]}::text[])) as roster,
			exists (select from invitations join rounds using (organisation_id, round_id)
				where organisation_id = ${person.organisationId}::uuid and closed_at is null
				and leader_id = any(${[...person.leaderIds]}::text[])) as invited,
			exists (select from memberships where organisation_id = ${person.organisationId}::uuid and role = 'programme-lead'
				and email = any(${[...person.emails]}::text[])) as leads,
			exists (select from memberships where organisation_id = ${person.organisationId}::uuid and role = 'programme-lead'
				and suspended_at is null and email <> all(${[...person.emails]}::text[])) as others`.execute(db);
	const [row] = rows;
	if (row === undefined) throw new Error('the database gave no answer');
	return { isInRoster: row.roster, isInvited: row.invited, isLastProgrammeLead: row.leads && !row.others };
}

/** By table, how many rows were deleted or blanked. Inside the caller's transaction. */
export async function removePerson(db: Kysely<Tables>, person: KnownPerson): Promise<Readonly<Record<string, number>>> {
	const removed: Record<string, number> = {};
	const note = (table: string, count: bigint | undefined) => {
		if (count !== undefined && count > 0n) removed[table] = (removed[table] ?? 0) + Number(count);
	};
	for (const place of personalPlaces) {
		const where = sql`organisation_id = ${person.organisationId}::uuid and ${concerns(place, person)}`;
		if (place.removal === 'delete')
			note(place.table, (await sql`delete from ${sql.table(place.table)} where ${where}`.execute(db)).numAffectedRows);
		if (place.removal === 'blank') note(place.table, await blank(db, place, person));
	}
	for (const email of person.emails) {
		await sql`update dialogues set invited = invited - ${email}
			where organisation_id = ${person.organisationId}::uuid and jsonb_typeof(invited) = 'array'`.execute(db);
		note(
			'dialogue_facilitators',
			(
				await sql`delete from dialogue_facilitators where organisation_id = ${person.organisationId}::uuid and email = ${email}`.execute(
					db
				)
			).numAffectedRows
		);
	}
	// What a roster file changed is kept as one list of everybody: the entries of this person are taken out of it.
	for (const mark of [...person.emails, ...person.leaderIds]) {
		await sql`update organisation_imports set changes = (
				select coalesce(jsonb_agg(change), '[]') from jsonb_array_elements(changes) change
				where position(${JSON.stringify(mark)} in change::text) = 0)
			where organisation_id = ${person.organisationId}::uuid and jsonb_typeof(changes) = 'array'
				and position(${JSON.stringify(mark)} in changes::text) > 0`.execute(db);
	}
	await forgetLeaders(db, person.organisationId, person.leaderIds);
	if (person.leaderIds.length > 0) removed['leaders'] = person.leaderIds.length;
	note('identity_users', await removeUnusedAccounts(db, person));
	return removed;
}

/** Each column by itself: a row may name this person in one and somebody else in another. */
async function blank(db: Kysely<Tables>, place: PersonalPlace, person: KnownPerson): Promise<bigint> {
	let count = 0n;
	const put = async (column: string, values: readonly string[], instead: string | null) => {
		if (values.length === 0) return;
		const done = await sql`update ${sql.table(place.table)} set ${sql.ref(column)} = ${instead}
			where organisation_id = ${person.organisationId}::uuid
				and ${sql.ref(column)} in (${sql.join([...values])})`.execute(db);
		count += done.numAffectedRows ?? 0n;
	};
	// Names that stand beside the id or the address are this person's, whoever else bears the name.
	for (const name of place.names ?? []) {
		const beside = besideOf(place, name);
		if (beside === null) await put(name, [...person.emails, ...person.names], forgottenName);
		else {
			const done = await sql`update ${sql.table(place.table)} set ${sql.ref(name)} = ${forgottenName}
				where organisation_id = ${person.organisationId}::uuid and ${sql.ref(name)} <> ${forgottenName}
					and (${matches(beside, person)} or ${sql.ref(name)} in (${listOf([...person.emails, ...person.names])}))`.execute(db);
			count += done.numAffectedRows ?? 0n;
		}
	}
	for (const column of place.addresses ?? []) {
		if (place.table === 'dialogue_facilitators') continue;
		await put(column, person.emails, place.table === 'plan_proposals' ? forgottenName : null);
	}
	for (const column of place.inside ?? []) {
		if (place.table !== 'plan_events') throw new RangeError(`nobody takes a name out of ${place.table}.${column}`);
		count += await withoutPerson(db, person, forgottenName);
	}
	// The id of a leader says nothing any more once the entry has no name; it keeps the row in its place.
	return count;
}

/** The columns that say whose a name is, where there are such. */
function besideOf(place: PersonalPlace, name: string): Pick<PersonalPlace, 'addresses' | 'leaders'> | null {
	const role = /^(owner|sender|receiver)/.exec(name)?.[1];
	if (role === undefined) return null;
	const own = (columns: readonly string[] = []) => columns.filter((column) => column.startsWith(role));
	const beside = { addresses: own(place.addresses), leaders: own(place.leaders) };
	return beside.addresses.length + beside.leaders.length > 0 ? beside : null;
}

function concerns(place: PersonalPlace, person: KnownPerson) {
	return matches(place, person);
}

function matches({ addresses, leaders, leaderLists, names, inside }: Partial<PersonalPlace>, person: KnownPerson) {
	const parts = [
		...(addresses ?? []).map((column) => sql`${sql.ref(column)} in (${listOf(person.emails)})`),
		...(leaders ?? []).map((column) => sql`${sql.ref(column)} in (${listOf(person.leaderIds)})`),
		...(leaderLists ?? []).map((column) => sql`${sql.ref(column)} && ${[...person.leaderIds]}::text[]`),
		...(inside ?? []).flatMap((column) =>
			[...person.emails, ...person.names].map(
				(name) => sql`position(${JSON.stringify(name)} in ${sql.ref(column)}::text) > 0`
			)
		),
		...(names ?? []).map((column) => sql`${sql.ref(column)} in (${listOf([...person.emails, ...person.names])})`)
	];
	return sql<boolean>`(${sql.join(parts, sql` or `)})`;
}

/** An empty list matches nothing. */
function listOf(values: readonly string[]) {
	return values.length === 0 ? sql`null` : sql.join([...values]);
}

async function removeUnusedAccounts(db: Kysely<Tables>, { emails }: KnownPerson): Promise<bigint> {
	let count = 0n;
	for (const email of emails) {
		const { rows } = await sql<{ used: boolean }>`
			select exists (select from memberships where email = ${email})
				or exists (select from leaders where email = ${email} and left_at is null) as used`.execute(db);
		if (rows[0]?.used === true) continue;
		await db.deleteFrom('sign_in_links').where('email', '=', email).execute();
		await db.deleteFrom('identity_second_factors').where('email', '=', email).execute();
		count += (await db.deleteFrom('identity_users').where('email', '=', email).executeTakeFirst()).numDeletedRows;
	}
	return count;
}

async function namesOfAccounts(db: Kysely<Tables>, emails: readonly string[]): Promise<string[]> {
	const rows = await db
		.selectFrom('identity_users')
		.select('name')
		.where('email', 'in', [...emails])
		.execute();
	return rows.map(({ name }) => name);
}

async function isKnownAddress(db: Kysely<Tables>, organisationId: string, emails: readonly string[]): Promise<boolean> {
	for (const place of personalPlaces) {
		const columns = place.addresses ?? [];
		if (columns.length === 0 || emails.length === 0) continue;
		const { rows } = await sql<{ found: boolean }>`
			select exists (select from ${sql.table(place.table)} where organisation_id = ${organisationId}::uuid
				and (${sql.join(
					columns.map((column) => sql`${sql.ref(column)} in (${sql.join([...emails])})`),
					sql` or `
				)})) as found`.execute(db);
		if (rows[0]?.found === true) return true;
	}
	return false;
}
