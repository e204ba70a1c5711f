// The letters about plans and their steps, each under a number made from what it is for. Those about proposals are in
// proposal-letters.ts.
import type { Language } from '#domain/language/localised.ts';
import type { CheckInReason } from '#domain/plan/check-in.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Plan } from '#domain/plan/plan.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findMailPreferences } from '#server/database/mail-preferences.ts';
import { queueMails } from '#server/database/mails.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { formatDay } from '#texts/format.ts';
import type { WrittenLetter } from '#texts/letter.ts';
import { textsFor } from '#texts/texts.ts';

type Reader = { readonly name: string; readonly email: string };
type LetterContext = Pick<Context, 'db' | 'settings' | 'now'>;
export type PlanMail = ReturnType<typeof textsFor>['planMail'];

/** Queues one letter in the reader's language. Nothing is written to anybody in the demonstration. */
export async function queuePlanLetter(
	context: LetterContext,
	letter: {
		readonly organisationId: string;
		readonly mailId: string;
		readonly kind: 'check-in' | 'proposal' | 'proposal-answer' | 'plan';
		readonly reader: Reader;
		readonly write: (texts: PlanMail, language: Language) => WrittenLetter;
	}
): Promise<boolean> {
	const { organisationId, reader } = letter;
	if ((await findOrganisation(context.db, organisationId))?.isDemonstration !== false) return false;
	const { language } = await findMailPreferences(context.db, { organisationId, email: reader.email });
	const written = letter.write(textsFor(language).planMail, language);
	const mail = { organisationId, mailId: letter.mailId, kind: letter.kind, recipient: reader.email };
	return (await queueMails(context.db, [{ ...mail, ...written, intendedAt: context.now() }])) > 0;
}

/** Days YYYY-MM-DD. */
export function checkInMailId(asked: {
	readonly planId: string;
	readonly stepId: string;
	readonly reason: CheckInReason;
	readonly dueOn: string;
}): string {
	return `check-in:${asked.planId}:${asked.stepId}:${asked.reason}:${asked.dueOn}`;
}

export async function queueCheckInLetter(
	context: LetterContext,
	asked: {
		readonly organisationId: string;
		readonly planId: string;
		readonly planTitle: string;
		readonly step: { readonly id: string; readonly description: string; readonly dueOn: string };
		readonly reason: CheckInReason;
		readonly reader: Reader;
		readonly insteadOf: string | null;
		readonly token: string;
	}
): Promise<boolean> {
	const page = `${context.settings.publicUrl}/check-in/${asked.organisationId}`;
	const links = {
		done: `${page}#${asked.token}.done`,
		onTrack: `${page}#${asked.token}.on-track`,
		stuck: `${page}#${asked.token}.stuck`,
		plain: `${page}?t=${asked.token}`
	};
	return queuePlanLetter(context, {
		organisationId: asked.organisationId,
		mailId: checkInMailId({ ...asked, stepId: asked.step.id, dueOn: asked.step.dueOn }),
		kind: 'check-in',
		reader: asked.reader,
		write: (texts, language) =>
			texts[asked.reason === 'soon' ? 'checkInSoon' : 'checkInLate']({
				name: asked.reader.name,
				plan: asked.planTitle,
				step: asked.step.description,
				due: formatDay(language, asked.step.dueOn),
				links,
				insteadOf: asked.insteadOf
			})
	});
}

/** To a new owner of a plan whom somebody else has named. `actor`: whoever did it; nobody is told of what they did. */
export async function queueOwnerLetter(
	context: LetterContext,
	actor: Exclude<Actor, { readonly kind: 'visitor' }>,
	named: {
		readonly plan: Pick<Plan, 'id' | 'title' | 'owner'>;
		readonly version: number;
		readonly leaders: Organisation['leaders'];
	}
): Promise<boolean> {
	const { owner } = named.plan;
	if (owner === null) return false;
	const email = named.leaders.find((leader) => leader.id === owner.leaderId)?.email ?? owner.email;
	const isOwn =
		actor.kind === 'person' &&
		(actor.email === email || (actor.leaderId !== null && actor.leaderId === owner.leaderId));
	if (email === null || isOwn) return false;
	return queuePlanLetter(context, {
		organisationId: actor.organisationId,
		mailId: `plan-owner:${named.plan.id}:${named.version}`,
		kind: 'plan',
		reader: { name: owner.name, email },
		write: (texts) =>
			texts.newOwner({
				name: owner.name,
				who: actor.kind === 'person' ? actor.name : null,
				plan: named.plan.title,
				link: owner.leaderId === null ? null : `${context.settings.publicUrl}/plans/${named.plan.id}`
			})
	});
}
