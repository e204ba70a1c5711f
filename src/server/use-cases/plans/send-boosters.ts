// The clock's part in keeping an effect alive: a letter when a booster falls due, and one to the programme lead when it is time
// to ask again. That a booster was written is noted for good, so that it is not written again once the letter is removed.
import { dueBoosters, followUpDay, type DueBooster } from '#domain/effect/follow-up-due.ts';
import type { Plan } from '#domain/plan/plan.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { noteLetter } from '#server/database/letters-written.ts';
import { findMailPreferences } from '#server/database/mail-preferences.ts';
import { queueMails, type QueuedMail } from '#server/database/mails.ts';
import { listOrganisations } from '#server/database/organisations.ts';
import { listPlans } from '#server/database/plans.ts';
import { listRounds, type Round } from '#server/database/rounds.ts';
import { formatDay } from '#texts/format.ts';
import { letterOf } from '#texts/letter.ts';
import { textsFor } from '#texts/texts.ts';
import { dayOf } from '../calendar-day.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readAskedAgain } from '../rounds/asked-again.ts';
import { canOpenPlan, readersOfStep, readLetterWorld, type LetterReader, type LetterWorld } from './plan-readers.ts';

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
	const world = await readLetterWorld(context.db, organisationId);
	return context.db.transaction().execute(async (db) => {
		const inside = { ...context, db };
		const letters = [
			...(await boosterLetters(inside, world, plans)),
			...(await followUpLetters(inside, world, plans, rounds))
		];
		return letters.length === 0 ? 0 : queueMails(db, letters);
	});
}

/** To whoever does the step, else to whoever owns the plan, else to the programme leads. */
async function boosterLetters(
	context: Context,
	world: LetterWorld,
	plans: readonly Plan[]
): Promise<readonly QueuedMail[]> {
	const { organisationId } = world;
	const { interventions } = context.evidence;
	const today = dayOf(context.now());
	const letters: QueuedMail[] = [];
	for (const plan of plans) {
		for (const due of dueBoosters({ plan, interventions, today })) {
			const readers = readersOfStep(world, plan, due.step);
			const letter = `booster:${plan.id}:${due.step.id}`;
			if (readers.length === 0 || !(await noteLetter(context.db, { organisationId, letter }))) continue;
			for (const reader of readers) {
				const written = await writeBooster(context, world, { plan, due, reader });
				letters.push(mailOf(context, { organisationId, mailId: `${letter}:${reader.email}`, ...written }));
			}
		}
	}
	return letters;
}

async function writeBooster(
	{ db, settings }: Context,
	world: LetterWorld,
	{ plan, due, reader }: { readonly plan: Plan; readonly due: DueBooster; readonly reader: LetterReader }
) {
	const { step, intervention, dueOn } = due;
	const { language } = await findMailPreferences(db, { organisationId: world.organisationId, email: reader.email });
	const words = textsFor(language).effects.letters;
	const seePlan = { label: words.seePlan, href: `${settings.publicUrl}/plans/${plan.id}` };
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
			...(canOpenPlan(world, plan, reader) ? [seePlan] : []),
			{ label: words.seeIntervention, href: `${settings.publicUrl}/interventions/${intervention.id}` }
		],
		footer: [words.whyBooster(reader)]
	});
	return { recipient: reader.email, letter };
}

/** One a month for each round whose plans are due, as long as nobody has asked about them again. */
async function followUpLetters(
	context: Context,
	{ organisationId, memberships }: LetterWorld,
	plans: readonly Plan[],
	rounds: readonly Round[]
): Promise<readonly QueuedMail[]> {
	const today = dayOf(context.now());
	const due = plans.filter((plan) => plan.endedAt === null && followUpDay(plan) <= today);
	if (due.length === 0) return [];
	const isAskedAgain = await readAskedAgain(context, organisationId, rounds);
	const waiting = Map.groupBy(
		due.filter((plan) => !isAskedAgain(plan)),
		({ roundId }) => roundId
	);
	const leads = memberships.filter(({ role, suspendedAt }) => role === 'programme-lead' && suspendedAt === null);
	const letters: QueuedMail[] = [];
	for (const round of rounds) {
		const own = waiting.get(round.id) ?? [];
		if (own.length === 0) continue;
		for (const { email: recipient } of leads) {
			const { language } = await findMailPreferences(context.db, { organisationId, email: recipient });
			const words = textsFor(language).effects.letters;
			const letter = letterOf({
				language,
				...words.followUp({ round: round.name, plans: own.length }),
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
