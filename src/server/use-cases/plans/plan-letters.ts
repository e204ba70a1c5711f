// The letters about plans and proposals, each under a number made from what it is for, so that none is sent twice.
import type { Language } from '#domain/language/localised.ts';
import type { CheckInReason } from '#domain/plan/check-in.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { PROPOSAL_OVERDUE_DAYS, type Proposal, type ReceiverToday } from '#domain/plan/proposal.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findMailPreferences } from '#server/database/mail-preferences.ts';
import { queueMails } from '#server/database/mails.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { listAddressesOfRole } from '#server/database/role-addresses.ts';
import { formatDay } from '#texts/format.ts';
import type { WrittenLetter } from '#texts/letter.ts';
import { textsFor } from '#texts/texts.ts';

type Reader = { readonly name: string; readonly email: string };
type LetterContext = Pick<Context, 'db' | 'settings' | 'now'>;
type PlanMail = ReturnType<typeof textsFor>['planMail'];

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
		mailId: `check-in:${asked.planId}:${asked.step.id}:${asked.reason}:${asked.step.dueOn}`,
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

/** Everybody who can answer a proposal today and has an address; the programme lead where nobody is there to answer. */
export async function readersOfProposal(
	context: Pick<Context, 'db'>,
	organisationId: string,
	receiver: ReceiverToday
): Promise<readonly (Reader & { readonly isRole: boolean })[]> {
	if (receiver.kind === 'leader')
		return receiver.email === null ? [] : [{ name: receiver.name, email: receiver.email, isRole: false }];
	const role = receiver.kind === 'committee' ? 'committee' : 'programme-lead';
	const addresses = await listAddressesOfRole(context.db, organisationId, role);
	return addresses.map((email) => ({ name: role, email, isRole: true }));
}

/** The first letter of a proposal, to whoever is to answer it: once for each reader. */
export async function queueProposalLetter(
	context: LetterContext,
	organisationId: string,
	proposal: Proposal,
	receiver: ReceiverToday
): Promise<number> {
	let queued = 0;
	for (const reader of await readersOfProposal(context, organisationId, receiver)) {
		const isNew = await queuePlanLetter(context, {
			organisationId,
			mailId: `proposal:${proposal.id}:${reader.isRole ? reader.email : keyOf(receiver)}`,
			kind: 'proposal',
			reader,
			write: (texts) =>
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
		if (isNew) queued++;
	}
	return queued;
}

export async function queueProposalReminder(
	context: LetterContext,
	organisationId: string,
	proposal: Proposal,
	wait: { readonly receiver: ReceiverToday; readonly round: string; readonly waitingDays: number }
): Promise<number> {
	let queued = 0;
	for (const reader of await readersOfProposal(context, organisationId, wait.receiver)) {
		const isNew = await queuePlanLetter(context, {
			organisationId,
			mailId: `proposal-reminder:${proposal.id}:${wait.round}:${reader.isRole ? reader.email : keyOf(wait.receiver)}`,
			kind: 'proposal',
			reader,
			write: (texts) =>
				texts.proposalReminder({
					name: nameFor(texts, reader),
					sender: proposal.senderName,
					title: proposal.title,
					waitingDays: wait.waitingDays,
					link: proposalLink(context, proposal)
				})
		});
		if (isNew) queued++;
	}
	return queued;
}

/** To the sender, or to whoever asked. `mark`: what makes this letter another than the last. */
export async function queueProposalAnswer(
	context: LetterContext,
	organisationId: string,
	proposal: Proposal,
	letter: {
		readonly mark: string;
		readonly kind: 'accepted' | 'declined' | 'question' | 'reply' | 'question-reminder';
		readonly who: string;
		readonly text: string;
		readonly reader: Reader & { readonly isRole?: boolean };
	}
): Promise<boolean> {
	return queuePlanLetter(context, {
		organisationId,
		mailId: `proposal-answer:${proposal.id}:${letter.mark}:${letter.reader.email}`,
		kind: 'proposal-answer',
		reader: letter.reader,
		write: (texts) =>
			texts.proposalAnswer({
				name: nameFor(texts, letter.reader),
				who: letter.who,
				title: proposal.title,
				kind: letter.kind,
				text: letter.text,
				link: proposalLink(context, proposal)
			})
	});
}

function keyOf(receiver: ReceiverToday): string {
	return receiver.kind === 'leader' ? receiver.leaderId : receiver.kind;
}

function nameFor(texts: PlanMail, reader: { readonly name: string; readonly isRole?: boolean }): string {
	if (reader.isRole !== true) return reader.name;
	return texts.roleNames[reader.name === 'committee' ? 'committee' : 'programme-lead'];
}

function proposalLink({ settings }: Pick<Context, 'settings'>, proposal: Proposal): string {
	return `${settings.publicUrl}/proposals/${proposal.id}`;
}
