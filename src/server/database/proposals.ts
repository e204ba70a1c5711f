// Proposals upward, what was said about them, and how they were answered.
import type { Kysely, Selectable } from 'kysely';
import type { PlanProposalsTable, ProposalMessagesTable, Tables } from '#server/database/tables.ts';
import type { Proposal, ProposalAnswer, ProposalMessage, ProposalReceiver } from '#domain/plan/proposal.ts';

type ProposalKey = { readonly organisationId: string; readonly proposalId: string };

export async function insertProposal(db: Kysely<Tables>, organisationId: string, proposal: Proposal): Promise<void> {
	await db
		.insertInto('plan_proposals')
		.values({
			organisation_id: organisationId,
			proposal_id: proposal.id,
			plan_id: proposal.planId,
			title: proposal.title,
			reason: proposal.reason,
			sent_at: proposal.sentAt,
			sender_name: proposal.senderName,
			sender_email: proposal.senderEmail,
			...receiverRow(proposal.receiver),
			answered_at: null,
			answer: null,
			answered_by: null,
			answer_reason: null,
			accepted_plan_id: null
		})
		.execute();
	const key = { organisationId, proposalId: proposal.id };
	for (const message of proposal.messages) await addProposalMessage(db, key, message);
	if (proposal.answer !== null) await answerProposalRow(db, key, proposal.answer);
}

/** Oldest first, with what was said in order. `proposalId`: only that one; `planId`: only those of that plan. */
export async function listProposals(
	db: Kysely<Tables>,
	organisationId: string,
	only: { readonly proposalId?: string; readonly planId?: string } = {}
): Promise<Proposal[]> {
	let query = db.selectFrom('plan_proposals').selectAll().where('organisation_id', '=', organisationId);
	if (only.proposalId !== undefined) query = query.where('proposal_id', '=', only.proposalId);
	if (only.planId !== undefined) query = query.where('plan_id', '=', only.planId);
	const rows = await query.orderBy('sent_at').orderBy('proposal_id').execute();
	if (rows.length === 0) return [];
	const messages = await db
		.selectFrom('proposal_messages')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.orderBy('position')
		.execute();
	const byProposal = Map.groupBy(messages, (message) => message.proposal_id);
	return rows.map((row) => proposalOf(row, byProposal.get(row.proposal_id) ?? []));
}

/** Held until the transaction ends, so that it is answered once. */
export async function holdProposal(db: Kysely<Tables>, key: ProposalKey): Promise<Proposal | null> {
	const held = await db
		.selectFrom('plan_proposals')
		.select('proposal_id')
		.where('organisation_id', '=', key.organisationId)
		.where('proposal_id', '=', key.proposalId)
		.forUpdate()
		.executeTakeFirst();
	if (held === undefined) return null;
	return (await listProposals(db, key.organisationId, { proposalId: key.proposalId }))[0] ?? null;
}

/** Returns the place of the message, from 1. */
export async function addProposalMessage(
	db: Kysely<Tables>,
	key: ProposalKey,
	message: ProposalMessage
): Promise<number> {
	const last = await db
		.selectFrom('proposal_messages')
		.select((select) => select.fn.max('position').as('position'))
		.where('organisation_id', '=', key.organisationId)
		.where('proposal_id', '=', key.proposalId)
		.executeTakeFirst();
	const position = (last?.position ?? 0) + 1;
	await db
		.insertInto('proposal_messages')
		.values({
			organisation_id: key.organisationId,
			proposal_id: key.proposalId,
			position,
			written_at: message.writtenAt,
			person: message.person,
			kind: message.kind,
			content: message.content
		})
		.execute();
	return position;
}

export async function answerProposalRow(db: Kysely<Tables>, key: ProposalKey, answer: ProposalAnswer): Promise<void> {
	await ownRow(db, key)
		.set({
			answered_at: answer.answeredAt,
			answer: answer.kind,
			answered_by: answer.answeredBy,
			answer_reason: answer.reason,
			accepted_plan_id: answer.planId
		})
		.execute();
}

export async function setProposalReceiver(
	db: Kysely<Tables>,
	key: ProposalKey,
	receiver: ProposalReceiver
): Promise<void> {
	await ownRow(db, key).set(receiverRow(receiver)).execute();
}

function ownRow(db: Kysely<Tables>, key: ProposalKey) {
	return db
		.updateTable('plan_proposals')
		.where('organisation_id', '=', key.organisationId)
		.where('proposal_id', '=', key.proposalId);
}

function receiverRow(receiver: ProposalReceiver) {
	const leader = receiver.kind === 'leader' ? receiver : null;
	return {
		receiver_kind: receiver.kind,
		receiver_leader_id: leader?.leaderId ?? null,
		receiver_unit_id: leader?.unitId ?? null,
		receiver_name: receiver.name
	};
}

function proposalOf(
	row: Selectable<PlanProposalsTable>,
	messages: readonly Selectable<ProposalMessagesTable>[]
): Proposal {
	return {
		id: row.proposal_id,
		planId: row.plan_id,
		title: row.title,
		reason: row.reason,
		sentAt: row.sent_at,
		senderName: row.sender_name,
		senderEmail: row.sender_email,
		receiver: receiverOf(row),
		messages: messages.map((message) => ({
			kind: message.kind === 'question' ? 'question' : message.kind === 'reply' ? 'reply' : 'forwarded',
			writtenAt: message.written_at,
			person: message.person,
			content: message.content
		})),
		answer:
			row.answered_at === null
				? null
				: {
						kind: row.answer === 'accepted' ? 'accepted' : 'declined',
						answeredAt: row.answered_at,
						answeredBy: row.answered_by ?? '',
						reason: row.answer_reason ?? '',
						planId: row.accepted_plan_id
					}
	};
}

function receiverOf(row: Selectable<PlanProposalsTable>): ProposalReceiver {
	const name = row.receiver_name;
	if (row.receiver_kind === 'committee' || row.receiver_kind === 'programme-lead')
		return { kind: row.receiver_kind, name };
	return { kind: 'leader', leaderId: row.receiver_leader_id ?? '', unitId: row.receiver_unit_id ?? '', name };
}
