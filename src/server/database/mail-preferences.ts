// What somebody wants of letters: in which language, and which kinds not at all. There is no time in it: when a reminder was
// refused would tell who had not answered yet; and no row for whoever was only written to.
import type { Kysely } from 'kysely';
import type { Language } from '#domain/language/localised.ts';
import { slices } from '#server/database/slices.ts';
import type { Tables } from '#server/database/tables.ts';

export type MailPreferences = {
	readonly language: Language;
	/** Kinds of letters. */
	readonly refuses: ReadonlySet<string>;
};

type Reader = { readonly organisationId: string; readonly email: string };

/** Danish and everything, where nothing was chosen. */
export async function findMailPreferences(db: Kysely<Tables>, reader: Reader): Promise<MailPreferences> {
	const row = await db
		.selectFrom('mail_preferences')
		.select(['language', 'refused_kinds'])
		.where('organisation_id', '=', reader.organisationId)
		.where('email', '=', reader.email.toLowerCase())
		.executeTakeFirst();
	return { language: languageOf(row?.language ?? null), refuses: new Set(row?.refused_kinds ?? []) };
}

/** The languages that readers have chosen, by address; whoever chose nothing is left out. */
export async function listMailLanguages(
	db: Kysely<Tables>,
	organisationId: string
): Promise<ReadonlyMap<string, Language>> {
	const rows = await db
		.selectFrom('mail_preferences')
		.select(['email', 'language'])
		.where('organisation_id', '=', organisationId)
		.where('language', 'is not', null)
		.execute();
	return new Map(rows.map((row) => [row.email, languageOf(row.language)]));
}

export async function setMailPreferences(
	db: Kysely<Tables>,
	reader: Reader,
	chosen: { readonly language: Language; readonly refuses: readonly string[] }
): Promise<void> {
	const values = { language: chosen.language, refused_kinds: [...chosen.refuses] };
	await db
		.insertInto('mail_preferences')
		.values({ organisation_id: reader.organisationId, email: reader.email.toLowerCase(), ...values })
		.onConflict((conflict) => conflict.columns(['organisation_id', 'email']).doUpdateSet(values))
		.execute();
}

type PossibleMail = {
	readonly organisationId: string;
	readonly recipient: string;
	readonly kind: string;
	readonly isOptional?: boolean;
};

/** Leaves out the optional letters that their readers have refused. */
export async function withoutRefused<Mail extends PossibleMail>(
	db: Kysely<Tables>,
	mails: readonly Mail[]
): Promise<readonly Mail[]> {
	const optional = mails.filter((mail) => mail.isOptional === true);
	const refused = new Set<string>();
	for (const part of slices([...new Set(optional.map((mail) => mail.recipient.toLowerCase()))])) {
		const rows = await db
			.selectFrom('mail_preferences')
			.select(['organisation_id', 'email', 'refused_kinds'])
			.where('email', 'in', part)
			.execute();
		for (const row of rows)
			for (const kind of row.refused_kinds) refused.add(JSON.stringify([row.organisation_id, row.email, kind]));
	}
	if (refused.size === 0) return mails;
	const isRefused = ({ organisationId, recipient, kind, isOptional }: Mail) =>
		isOptional === true && refused.has(JSON.stringify([organisationId, recipient.toLowerCase(), kind]));
	return mails.filter((mail) => !isRefused(mail));
}

function languageOf(text: string | null): Language {
	return text === 'en' ? 'en' : 'da';
}
