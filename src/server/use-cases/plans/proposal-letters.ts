// The letters about proposals. What the clock writes is noted for good: neither a removed letter nor another reader of a role makes it
// write the same again. Nothing is written to anybody in the demonstration.
import type { Plan } from '#domain/plan/plan.ts';
import { PROPOSAL_OVERDUE_DAYS, type Proposal, type ReceiverToday } from '#domain/plan/proposal.ts';
import type { Context } from '#server/context.ts';
import { noteLetter } from '#server/database/letters-written.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { queuePlanLetter, type PlanMail } from './plan-letters.ts';
import { readersForSender, readersOfProposal, type LetterReader, type LetterWorld } from './plan-readers.ts';

type LetterContext = Pick<Context, 'db' | 'settings' | 'now'>;

/** The first letter of a proposal, to whoever is to answer it: once for each leader, and once for a role. */
export async function queueProposalLetter(
	context: LetterContext,
	world: LetterWorld,
	proposal: Proposal,
	receiver: ReceiverToday
): Promise<number> {
	return queueToReceiver(context, world, {
		...{ proposal, receiver, waitingDays: null },
		name: `proposal:${proposal.id}`,
		write: (texts, reader) =>
			texts.proposal({
				name: nameFor(texts, reader),
				sender: proposal.senderName,
				title: proposal.title,
				reason: proposal.reason,
				days: PROPOSAL_OVERDUE_DAYS,
				link: proposalLink(context, proposal),
				insteadOf: receiver.kind === 'leader' && receiver.hasSucceeded ? proposal.receiver.name : null
			})
	});
}

/** `round`: which reminder of which wait it is. */
export async function queueProposalReminder(
	context: LetterContext,
	world: LetterWorld,
	proposal: Proposal,
	wait: { readonly receiver: ReceiverToday; readonly round: string; readonly waitingDays: number }
): Promise<number> {
	return queueToReceiver(context, world, {
		...{ proposal, receiver: wait.receiver, waitingDays: wait.waitingDays },
		name: `proposal-reminder:${proposal.id}:${wait.round}`,
		write: (texts, reader) =>
			texts.proposalReminder({
				name: nameFor(texts, reader),
				sender: proposal.senderName,
				title: proposal.title,
				waitingDays: wait.waitingDays,
				link: proposalLink(context, proposal)
			})
	});
}

type Answer = {
	/** What makes this letter another than the last. */
	readonly mark: string;
	readonly who: string;
	readonly text: string;
};

/** To the sender, or to whoever has the sender's task today. `by`: the address of whoever acts, who is told nothing of it as a stand-in. */
export async function queueAnswerToSender(
	context: LetterContext,
	world: LetterWorld,
	about: { readonly plan: Plan; readonly proposal: Proposal },
	answer: Answer & { readonly kind: 'accepted' | 'declined' | 'question'; readonly by: string | null }
): Promise<number> {
	const readers = readersForSender(world, about.plan, about.proposal);
	const others = readers.filter(({ as, email }) => as === 'self' || email !== answer.by);
	return queueAnswers(context, world, about.proposal, { ...answer, readers: others });
}

/** For the clock: a question that nobody has replied to. */
export async function queueQuestionReminder(
	context: LetterContext,
	world: LetterWorld,
	about: { readonly plan: Plan; readonly proposal: Proposal },
	round: string
): Promise<number> {
	const { plan, proposal } = about;
	const readers = readersForSender(world, plan, proposal);
	const letter = `proposal-question:${proposal.id}:${round}`;
	if (readers.length === 0 || !(await isNew(context, world, { letter }))) return 0;
	const question = proposal.messages.at(-1);
	return queueAnswers(context, world, proposal, {
		...{ mark: `question-reminder-${round}`, kind: 'question-reminder', readers },
		...{ who: question?.person ?? '', text: question?.content ?? '' }
	});
}

export async function queueReplyToReceiver(
	context: LetterContext,
	world: LetterWorld,
	about: { readonly proposal: Proposal; readonly receiver: ReceiverToday },
	reply: Answer
): Promise<number> {
	const { readers } = readersOfProposal(world, about.receiver);
	return queueAnswers(context, world, about.proposal, { ...reply, kind: 'reply', readers });
}

async function queueAnswers(
	context: LetterContext,
	{ organisationId }: LetterWorld,
	proposal: Proposal,
	answer: Answer & {
		readonly kind: 'accepted' | 'declined' | 'question' | 'reply' | 'question-reminder';
		readonly readers: readonly LetterReader[];
	}
): Promise<number> {
	const { mark, kind, who, text } = answer;
	return queueEach(answer.readers, (reader) =>
		queuePlanLetter(context, {
			organisationId,
			mailId: `proposal-answer:${proposal.id}:${mark}:${reader.email}`,
			kind: 'proposal-answer',
			reader,
			write: (texts) =>
				texts.proposalAnswer({
					name: nameFor(texts, reader),
					...{ who, kind, text, title: proposal.title, link: proposalLink(context, proposal) },
					standIn: kind === 'reply' ? null : standInOf(reader)
				})
		})
	);
}

async function queueToReceiver(
	context: LetterContext,
	world: LetterWorld,
	letter: {
		readonly proposal: Proposal;
		readonly receiver: ReceiverToday;
		readonly waitingDays: number | null;
		/** What it is for, without who reads it. */
		readonly name: string;
		readonly write: (texts: PlanMail, reader: LetterReader) => ReturnType<PlanMail['proposal']>;
	}
): Promise<number> {
	const { proposal, receiver, waitingDays, write } = letter;
	const { isHeard, readers } = readersOfProposal(world, receiver);
	const name = `${letter.name}${isHeard ? '' : ':unheard'}`;
	const noted =
		receiver.kind === 'leader'
			? { letter: name, readerLeaderId: receiver.leaderId }
			: { letter: `${name}:${receiver.kind}` };
	if (readers.length === 0 || !(await isNew(context, world, noted))) return 0;
	return queueEach(readers, (reader) =>
		queuePlanLetter(context, {
			organisationId: world.organisationId,
			mailId: `${name}:${reader.leaderId ?? reader.email}`,
			kind: 'proposal',
			reader,
			write: (texts) =>
				isHeard
					? write(texts, reader)
					: texts.proposalUnheard({
							name: nameFor(texts, reader),
							sender: proposal.senderName,
							receiver: receiver.kind === 'leader' ? receiver.name : null,
							...{ title: proposal.title, reason: proposal.reason, waitingDays },
							link: proposalLink(context, proposal)
						})
		})
	);
}

/** In the demonstration nothing is written, and nothing is noted. */
async function isNew(
	{ db }: LetterContext,
	{ organisationId }: LetterWorld,
	noted: { readonly letter: string; readonly readerLeaderId?: string }
): Promise<boolean> {
	if ((await findOrganisation(db, organisationId))?.isDemonstration !== false) return false;
	return noteLetter(db, { organisationId, ...noted });
}

/** Returns how many are new. */
async function queueEach(
	readers: readonly LetterReader[],
	queue: (reader: LetterReader) => Promise<boolean>
): Promise<number> {
	let queued = 0;
	for (const reader of readers) if (await queue(reader)) queued++;
	return queued;
}

function standInOf({ as, insteadOf }: LetterReader) {
	return as === 'owner' || as === 'manager' || as === 'programme-lead' ? { as, insteadOf } : null;
}

function nameFor(texts: PlanMail, { name, as }: LetterReader): string {
	if (name !== '') return name;
	return texts.roleNames[as === 'committee' ? 'committee' : 'programme-lead'];
}

function proposalLink({ settings }: Pick<Context, 'settings'>, proposal: Proposal): string {
	return `${settings.publicUrl}/proposals/${proposal.id}`;
}
