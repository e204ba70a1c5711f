// Drafts of the impact assessment, the record of processing and the accessibility statement, filled from what this
// installation really is set to. On a page, and as a Word file for whoever must finish it.
import type { Language } from '#domain/language/localised.ts';
import {
	privacyDrafts,
	type PrivacyDraft,
	type PrivacyDraftName,
	type PrivacyFacts
} from '#domain/privacy/privacy-draft.ts';
import { defaultRetention } from '#domain/retention/retention.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findOrganisation, listOrganisations } from '#server/database/organisations.ts';
import { countRoles, listSecondFactorRoles, readOrganisationCounts } from '#server/database/privacy-facts.ts';
import { findRetentionRules } from '#server/database/retention.ts';
import { draftDocx } from '#server/documents/draft-docx.ts';
import { programVersion } from '#server/project-root.ts';
import { textsFor } from '#texts/texts.ts';
import { dayOf } from '../calendar-day.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ReadPrivacyDraftOutcome =
	| {
			readonly kind: 'privacy-draft';
			readonly draft: PrivacyDraft;
			/** The same as a Word file. */
			readonly word: () => Promise<Uint8Array<ArrayBuffer>>;
			readonly fileName: string;
	  }
	/** What everybody may read of the statement of accessibility: that it is not made yet, and who must make it. */
	| { readonly kind: 'no-statement-yet'; readonly organisation: string }
	| { readonly kind: 'unknown-draft' }
	| Forbidden;

export async function readPrivacyDraft(
	context: Pick<Context, 'db' | 'settings' | 'now'>,
	actor: Actor,
	input: { readonly draft: string; readonly language: Language }
): Promise<ReadPrivacyDraftOutcome> {
	const organisationId = await organisationOf(context, actor);
	if (!isAllowed('read-privacy-draft', actor) || actor.kind === 'visitor') {
		if (input.draft !== 'accessibility') return forbidden;
		// Its link stands on every page. A draft with gaps is for whoever fills them.
		return { kind: 'no-statement-yet', organisation: (await readFacts(context, organisationId)).organisation };
	}
	const name = privacyDrafts.find((known) => known === input.draft);
	if (name === undefined) return { kind: 'unknown-draft' };
	const facts = await readFacts(context, organisationId);
	const draft = textsFor(input.language).privacyDrafts[name](facts);
	return {
		kind: 'privacy-draft',
		draft,
		word: () => draftDocx(draft, { language: input.language, author: facts.organisation }),
		fileName: `${fileNames[name]}-${facts.day}.docx`
	};
}

const fileNames: Readonly<Record<PrivacyDraftName, string>> = {
	dpia: 'konsekvensanalyse-udkast',
	record: 'fortegnelse-udkast',
	accessibility: 'tilgaengelighedserklaering-udkast'
};

/** Whose site it is where nobody is signed in: the oldest organisation that is no demonstration. */
async function organisationOf({ db }: Pick<Context, 'db'>, actor: Actor): Promise<string> {
	if (actor.kind !== 'visitor') return actor.organisationId;
	return (await listOrganisations(db)).find(({ isDemonstration }) => !isDemonstration)?.id ?? nobody;
}

const nobody = '00000000-0000-0000-0000-000000000000';

async function readFacts(
	{ db, settings, now }: Pick<Context, 'db' | 'settings' | 'now'>,
	organisationId: string
): Promise<PrivacyFacts> {
	const counts = await readOrganisationCounts(db, organisationId);
	return {
		organisation: (await findOrganisation(db, organisationId))?.name ?? 'Ledertrivsel',
		day: dayOf(now()),
		programVersion: programVersion(),
		publicUrl: settings.publicUrl,
		isEncrypted: settings.publicUrl.startsWith('https:'),
		database: settings.databaseUrl === null ? 'embedded' : 'server',
		// The name of the machine alone: the address may hold a password.
		mailHost: settings.smtpUrl === null ? null : new URL(settings.smtpUrl).hostname,
		mailFrom: settings.mailFrom,
		singleSignOn: settings.identityProvider?.name ?? null,
		quietHours: settings.quietHours,
		retention: (await findRetentionRules(db, organisationId)) ?? defaultRetention,
		roles: await countRoles(db, organisationId),
		secondFactorRoles: await listSecondFactorRoles(db, organisationId),
		leaders: counts.leaders,
		rounds: counts.rounds,
		threshold: counts.threshold,
		minimumInvited: counts.minimumInvited,
		keyCustody: { file: counts.keysInFile, split: counts.keysSplit },
		graceMinutes: settings.closeGraceMilliseconds / 60_000,
		hasMetrics: settings.metricsToken !== null
	};
}
