// Letters that ask the owner of a step how it goes, and what was answered. Of a link only the hash of its token is known.
import type { Kysely, Selectable } from 'kysely';
import type { CheckInsTable, Tables } from '#server/database/tables.ts';
import { checkInAnswers, type CheckInAnswer, type CheckInReason } from '#domain/plan/check-in.ts';

export type CheckIn = {
	readonly planId: string;
	readonly stepId: string;
	readonly reason: CheckInReason;
	/** The due day that was asked about, YYYY-MM-DD. */
	readonly dueOn: string;
	readonly recipientName: string;
	/** Null for somebody outside the roster. */
	readonly recipientLeaderId: string | null;
	/** Of somebody outside the roster. */
	readonly recipientEmail: string | null;
	readonly sentAt: Date;
	readonly expiresAt: Date;
	readonly answer: { readonly kind: CheckInAnswer; readonly remark: string; readonly at: Date } | null;
	/** What opened links did without a press: the answer is one's, or one's answer was taken back. */
	readonly byOpening: 'answered' | 'taken-back' | null;
};

type LinkKey = { readonly organisationId: string; readonly tokenHash: Buffer };

/** False where the same step was asked for the same reason before: then no letter goes out. */
export async function insertCheckIn(
	db: Kysely<Tables>,
	key: LinkKey,
	checkIn: Omit<CheckIn, 'answer' | 'byOpening'>
): Promise<boolean> {
	const rows = await db
		.insertInto('check_ins')
		.values({
			organisation_id: key.organisationId,
			token_hash: key.tokenHash,
			plan_id: checkIn.planId,
			step_id: checkIn.stepId,
			reason: checkIn.reason,
			due_on: checkIn.dueOn,
			recipient_name: checkIn.recipientName,
			recipient_leader_id: checkIn.recipientLeaderId,
			recipient_email: checkIn.recipientEmail,
			sent_at: checkIn.sentAt,
			expires_at: checkIn.expiresAt
		})
		.onConflict((conflict) =>
			conflict.columns(['organisation_id', 'plan_id', 'step_id', 'reason', 'due_on']).doNothing()
		)
		.returning('step_id')
		.execute();
	return rows.length > 0;
}

/** Held until the transaction ends where `isHeld`. Null where no link has this token. */
export async function findCheckIn(
	db: Kysely<Tables>,
	key: LinkKey,
	{ isHeld = false }: { readonly isHeld?: boolean } = {}
): Promise<CheckIn | null> {
	const query = db
		.selectFrom('check_ins')
		.selectAll()
		.where('organisation_id', '=', key.organisationId)
		.where('token_hash', '=', key.tokenHash);
	const row = await (isHeld ? query.forUpdate() : query).executeTakeFirst();
	return row === undefined ? null : checkInOf(row);
}

/** When the mail server got the letter, or may have got it; null where it waits, and where its row is gone. */
export async function findHandedOverAt(
	db: Kysely<Tables>,
	mail: { readonly organisationId: string; readonly mailId: string }
): Promise<Date | null> {
	const row = await db
		.selectFrom('mails')
		.select(['sent_at', 'attempted_at'])
		.where('organisation_id', '=', mail.organisationId)
		.where('mail_id', '=', mail.mailId)
		.executeTakeFirst();
	return row?.sent_at ?? row?.attempted_at ?? null;
}

/** `answer` null: what was said is taken back. */
export async function answerCheckIn(
	db: Kysely<Tables>,
	key: LinkKey,
	{ answer, byOpening }: Pick<CheckIn, 'answer' | 'byOpening'>
): Promise<void> {
	await db
		.updateTable('check_ins')
		.set({
			answer: answer?.kind ?? null,
			remark: answer?.remark ?? '',
			answered_at: answer?.at ?? null,
			by_opening: byOpening
		})
		.where('organisation_id', '=', key.organisationId)
		.where('token_hash', '=', key.tokenHash)
		.execute();
}

/** In the order of the letters. `planId`: only those of that plan. */
export async function listCheckIns(db: Kysely<Tables>, organisationId: string, planId?: string): Promise<CheckIn[]> {
	let query = db.selectFrom('check_ins').selectAll().where('organisation_id', '=', organisationId);
	if (planId !== undefined) query = query.where('plan_id', '=', planId);
	const rows = await query.orderBy('sent_at').orderBy('step_id').execute();
	return rows.map(checkInOf);
}

function checkInOf(row: Selectable<CheckInsTable>): CheckIn {
	const kind = checkInAnswers.find((answer) => answer === row.answer);
	return {
		planId: row.plan_id,
		stepId: row.step_id,
		reason: row.reason === 'late' ? 'late' : 'soon',
		dueOn: row.due_on,
		recipientName: row.recipient_name,
		recipientLeaderId: row.recipient_leader_id,
		recipientEmail: row.recipient_email,
		sentAt: row.sent_at,
		expiresAt: row.expires_at,
		answer: kind === undefined || row.answered_at === null ? null : { kind, remark: row.remark, at: row.answered_at },
		byOpening: row.by_opening === 'answered' || row.by_opening === 'taken-back' ? row.by_opening : null
	};
}
