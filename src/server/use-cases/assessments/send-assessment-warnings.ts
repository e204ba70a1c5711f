// Tells programme leads half a year before the limit of three years, and again once it has passed: one letter for each, whatever the
// clock does and however soon letters are removed.
import { assessmentClock } from '#domain/work-environment/assessment-clock.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findMailPreferences } from '#server/database/mail-preferences.ts';
import { noteLetter } from '#server/database/letters-written.ts';
import { queueMails } from '#server/database/mails.ts';
import { listOrganisations, type OrganisationRecord } from '#server/database/organisations.ts';
import { listAddressesOfRole } from '#server/database/role-addresses.ts';
import { findLastAssessmentDay } from '#server/database/workplace-assessments.ts';
import { formatDay } from '#texts/format.ts';
import { letterOf } from '#texts/letter.ts';
import { textsFor } from '#texts/texts.ts';
import { todayOf } from './assessment-facts.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type SendAssessmentWarningsOutcome =
	/** How many letters are new. */
	{ readonly kind: 'sent'; readonly letters: number } | Forbidden;

/** For every organisation but the demonstration: one in trouble does not hold up the others. */
export async function sendAssessmentWarnings(context: Context, actor: Actor): Promise<SendAssessmentWarningsOutcome> {
	if (!isAllowed('send-assessment-warnings', actor)) return forbidden;
	let letters = 0;
	for (const organisation of await listOrganisations(context.db)) {
		if (organisation.isDemonstration) continue;
		try {
			letters += await warn(context, organisation);
		} catch (error) {
			context.log.error('send assessment warnings', error, { organisation: organisation.id });
		}
	}
	return { kind: 'sent', letters };
}

async function warn(context: Context, organisation: OrganisationRecord): Promise<number> {
	const lastOn = await findLastAssessmentDay(context.db, organisation.id);
	const clock = assessmentClock({ lastOn, today: todayOf(context) });
	if (clock.kind === 'never' || clock.kind === 'in-time') return 0;
	const kind = clock.kind === 'soon' ? 'soon' : 'overdue';
	return context.db.transaction().execute(async (db) => {
		const recipients = await listAddressesOfRole(db, organisation.id, 'programme-lead');
		if (recipients.length === 0) return 0;
		const letter = `apv:${kind}:${clock.latestOn}`;
		if (!(await noteLetter(db, { organisationId: organisation.id, letter }))) return 0;
		let queued = 0;
		for (const recipient of recipients) {
			const { language } = await findMailPreferences(db, { organisationId: organisation.id, email: recipient });
			const { mail } = textsFor(language).apv;
			const days = [formatDay(language, clock.lastOn), formatDay(language, clock.latestOn)] as const;
			const { subject, text, html } = letterOf({
				language,
				subject: `${organisation.name}: ${mail.subject[kind]}`,
				paragraphs: [mail[kind](organisation.name, ...days)],
				actions: [{ label: mail.action, href: `${context.settings.publicUrl}/apv` }],
				footer: [mail.why]
			});
			queued += await queueMails(db, [
				{
					organisationId: organisation.id,
					mailId: `${letter}:${recipient}`,
					kind: 'apv',
					recipient,
					subject,
					text,
					html,
					intendedAt: context.now()
				}
			]);
		}
		return queued;
	});
}
