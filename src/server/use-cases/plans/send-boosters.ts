// The clock's part in keeping an effect alive: a letter when a booster falls due, and one to the programme lead when it is time
// to ask again. Each is written once: its number is made from what it is for.
import { dueBoosters, followUpDay } from '#domain/effect/follow-up-due.ts';
import type { Plan } from '#domain/plan/plan.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findMailPreferences } from '#server/database/mail-preferences.ts';
import { queueMails, type QueuedMail } from '#server/database/mails.ts';
import { listOrganisations } from '#server/database/organisations.ts';
import { listPlans } from '#server/database/plans.ts';
import { listAddressesOfRole } from '#server/database/role-addresses.ts';
import { listRounds, type Round } from '#server/database/rounds.ts';
import { formatDay } from '#texts/format.ts';
import { letterOf } from '#texts/letter.ts';
import { textsFor } from '#texts/texts.ts';
import { dayOf } from '../calendar-day.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type SendBoostersOutcome = { readonly kind: 'queued'; readonly mails: number } | Forbidden;

/** For every organisation but the demonstration: one in trouble does not hold up the others. */
export async function sendBoosters(context: Context, actor: Actor): Promise<SendBoostersOutcome> {
	if (!isAllowed('send-boosters', actor)) return forbidden;
	let mails = 0;
	for (const organisation of await listOrganisations(context.db)) {
		if (organisation.isDemonstration) continue;
		try {
			mails += await sendOfOrganisation(context, organisation.id);
		} catch (error) {
			context.log.error('send boosters', error, { organisation: organisation.id });
		}
	}
	return { kind: 'queued', mails };
}

async function sendOfOrganisation(context: Context, organisationId: string): Promise<number> {
	const plans = await listPlans(context.db, organisationId);
	if (plans.length === 0) return 0;
	const rounds = await listRounds(context.db, organisationId);
	const letters = [
		...(await boosterLetters(context, organisationId, plans)),
		...(await followUpLetters(context, organisationId, plans, rounds))
	];
	if (letters.length === 0) return 0;
	return context.db.transaction().execute((db) => queueMails(db, letters));
}

/** To whoever does the step, else to whoever owns the plan, else to the programme leads. */
async function boosterLetters(
	context: Context,
	organisationId: string,
	plans: readonly Plan[]
): Promise<readonly QueuedMail[]> {
	const { interventions } = context.evidence;
	const today = dayOf(context.now());
	const letters: QueuedMail[] = [];
	for (const plan of plans) {
		for (const { step, intervention, dueOn } of dueBoosters({ plan, interventions, today })) {
			const own = step.ownerEmail ?? plan.owner?.email ?? null;
			const recipients = own === null ? await listAddressesOfRole(context.db, organisationId, 'programme-lead') : [own];
			for (const [place, recipient] of recipients.entries()) {
				const { language } = await findMailPreferences(context.db, { organisationId, email: recipient });
				const words = textsFor(language).effects.letters;
				const letter = letterOf({
					language,
					...words.booster({
						plan: plan.title,
						step: step.description,
						intervention: intervention.name[language],
						months: intervention.boosterMonths ?? 0,
						dueOn: formatDay(language, dueOn),
						followUp: intervention.followUp?.[language] ?? null
					}),
					actions: [
						{ label: words.seePlan, href: `${context.settings.publicUrl}/plans/${plan.id}` },
						{ label: words.seeIntervention, href: `${context.settings.publicUrl}/interventions/${intervention.id}` }
					],
					footer: [words.whyBooster]
				});
				// The first address has the number that the booster has; further ones their own.
				const mailId = `booster:${plan.id}:${step.id}${place === 0 ? '' : `:${recipient}`}`;
				letters.push(mailOf(context, { organisationId, mailId, recipient, letter }));
			}
		}
	}
	return letters;
}

/** One a month for each round whose plans are due, until somebody has asked again. */
async function followUpLetters(
	context: Context,
	organisationId: string,
	plans: readonly Plan[],
	rounds: readonly Round[]
): Promise<readonly QueuedMail[]> {
	const today = dayOf(context.now());
	const letters: QueuedMail[] = [];
	for (const round of rounds) {
		const due = plans.filter(
			(plan) => plan.roundId === round.id && plan.endedAt === null && followUpDay(plan) <= today
		);
		if (due.length === 0 || isAskedAgain(round, due, rounds)) continue;
		for (const recipient of await listAddressesOfRole(context.db, organisationId, 'programme-lead')) {
			const { language } = await findMailPreferences(context.db, { organisationId, email: recipient });
			const words = textsFor(language).effects.letters;
			const letter = letterOf({
				language,
				...words.followUp({ round: round.name, plans: due.length }),
				actions: [
					{ label: words.planFollowUp, href: `${context.settings.publicUrl}/rounds/new?follows=${round.id}` },
					{ label: words.seeEffects, href: `${context.settings.publicUrl}/effects` }
				],
				footer: [words.whyFollowUp]
			});
			const mailId = `follow-up:${round.id}:${today.slice(0, 7)}:${recipient}`;
			letters.push(mailOf(context, { organisationId, mailId, recipient, letter }));
		}
	}
	return letters;
}

/** A round that was planned after the first of these plans was decided will tell. */
export function isAskedAgain(round: Round, plans: readonly Plan[], rounds: readonly Round[]): boolean {
	const first = plans.reduce((earliest, { decidedAt }) => Math.min(earliest, decidedAt.getTime()), Infinity);
	return rounds.some((other) => other.id !== round.id && (other.openedAt ?? other.createdAt).getTime() > first);
}

function mailOf(
	context: Context,
	mail: {
		readonly organisationId: string;
		readonly mailId: string;
		readonly recipient: string;
		readonly letter: { readonly subject: string; readonly text: string; readonly html: string };
	}
): QueuedMail {
	const { letter, ...rest } = mail;
	return { ...rest, ...letter, kind: 'booster', isOptional: true, intendedAt: context.now() };
}
