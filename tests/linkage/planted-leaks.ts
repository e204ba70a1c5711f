// Mistakes that a version of this program might make, put into the evidence of a round that made none of them: what the
// intruder would then have held. Each must be found.
import { createHash } from 'node:crypto';
import { addRows, byText, changeEverywhere, changeFinal, changeRows, sortFinal } from './change-evidence.ts';
import type { Evidence, Target, Values } from './evidence.ts';
import { withoutFiles, withoutHiddenColumns } from './evidence.ts';
import type { Answered, Truth } from './truth.ts';

export type PlantedLeak = {
	readonly name: string;
	/** What is then linked to leaders. */
	readonly target: Target;
	/** What is planted, in as much of the evidence as it needs. */
	readonly plant: (
		evidence: Evidence,
		round: { readonly truth: Truth; readonly opened: ReadonlyMap<string, string> }
	) => Evidence;
	readonly isThorough?: boolean;
	readonly needsEveryNight?: boolean;
};

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

export const plantedLeaks: readonly PlantedLeak[] = [
	{
		name: 'responses lie in the order in which they came into the box',
		target: 'response',
		plant: (evidence, { truth }) => reorderResponses(evidence, truth, orderOfBox(evidence, truth))
	},
	{
		name: 'responses lie in the order in which the box was read, by the hash of their ballots',
		target: 'response',
		plant: (evidence, { truth }) => reorderResponses(evidence, truth, (one) => one.ballotHash)
	},
	{
		name: 'a response keeps its ballot’s hash as its key',
		target: 'response',
		plant: (evidence, { truth }) => {
			const keyOf = byResponse(truth, (one) => one.ballotHash);
			return changeFinal(evidence, 'responses', (values) => ({
				...values,
				ballot_hash: keyOf(values['response_key'])
			}));
		}
	},
	{
		name: 'a response has a number that counts up',
		target: 'response',
		plant: (evidence, { truth }) => addOrder(evidence, truth, 'number', (place) => String(place + 1))
	},
	{
		name: 'a response has the day on which it came',
		target: 'response',
		plant: (evidence, { truth }) => addOrder(evidence, truth, 'arrived', (_, night) => String(night * 24))
	},
	{
		name: 'responses are written when they come, each in a transaction of its own',
		target: 'response',
		plant: (evidence, { truth }) => {
			const order = placeOf(truth, orderOfBox(evidence, truth));
			return changeRows(evidence, 'responses', ({ values, hidden }) => ({
				values,
				hidden: hidden === null ? null : { ...hidden, xmin: 10_000 + (order.get(values['response_key'] ?? '') ?? 0) }
			}));
		}
	},
	{
		name: 'sealed answers are as long as what is in them',
		target: 'response',
		plant: (evidence, { opened }) => {
			const cut = (values: Values): Values => ({
				...values,
				sealed: (values['sealed'] ?? '').slice(0, 400 + 2 * (opened.get(values['ballot_hash'] ?? '')?.length ?? 0))
			});
			return changeEverywhere(evidence, 'ballot_box', cut);
		}
	},
	{
		name: 'the round’s key is left in a backup',
		target: 'response',
		plant: (evidence, { opened }) => ({ ...evidence, opened })
	},
	{
		name: 'the round’s key is left in a backup, and only tables are kept',
		target: 'response',
		needsEveryNight: true,
		plant: (evidence, { opened }) => withoutHiddenColumns(withoutFiles({ ...evidence, opened }))
	},
	{
		name: 'a line of the log names invitation and ballot',
		target: 'ballot',
		plant: (evidence, { truth }) => ({
			...withoutHiddenColumns(withoutFiles(evidence)),
			log: [
				...evidence.log,
				...truth.slice(0, 200).map((one) => ({
					night: one.arrivedOn,
					text: JSON.stringify({
						event: 'request failed',
						token: one.token,
						ballot: Buffer.from(one.ballot.ballot).toString('base64url')
					})
				}))
			]
		})
	},
	{
		name: 'lines of the log say who collects, in order',
		target: 'ballot',
		plant: (evidence, { truth }) => ({
			...withoutHiddenColumns(withoutFiles(evidence)),
			log: inOrder(evidence, truth).map(({ leader, collectedOn }) => ({
				night: collectedOn,
				text: JSON.stringify({ event: 'collected', invitation: sha256(leader) })
			}))
		})
	},
	{
		name: 'a letter of thanks is kept with the time of sending',
		target: 'ballot',
		plant: (evidence, { truth }) => {
			const thanks = inOrder(evidence, truth).map((one, place) => ({
				mail_id: `thanks:${one.leader}`,
				kind: 'thanks',
				recipient: addressOf(evidence, one.leader),
				sent_at: `2026-03-02 ${String(place).padStart(6, '0')}`
			}));
			return addRows(withoutHiddenColumns(withoutFiles(evidence)), 'mails', thanks.toSorted(byText('mail_id')));
		}
	},
	{
		name: 'letters of thanks are kept without a time, in the order in which they were sent',
		target: 'ballot',
		plant: (evidence, { truth }) => ({
			...withoutHiddenColumns(withoutFiles(evidence)),
			letters: [
				...evidence.letters,
				...inOrder(evidence, truth).map(({ leader, arrivedOn }) => ({
					night: arrivedOn,
					to: addressOf(evidence, leader),
					text: 'Tak for dit svar'
				}))
			]
		})
	},
	{
		name: 'a job names leader and ballot',
		target: 'ballot',
		plant: (evidence, { truth }) =>
			addRows(
				withoutHiddenColumns(withoutFiles(evidence)),
				'jobs',
				truth.map((one) => ({ leader_id: one.leader, payload: JSON.stringify({ ballot: one.ballotHash.slice(2) }) }))
			)
	},
	{
		name: 'an invitation has the time of collecting',
		target: 'ballot',
		plant: (evidence, { truth }) => {
			const place = new Map(inOrder(evidence, truth).map(({ leader }, index) => [leader, index]));
			return changeEverywhere(withoutHiddenColumns(withoutFiles(evidence)), 'invitations', (values) => ({
				...values,
				collected_at: values['is_collected'] === 't' ? String(place.get(values['leader_id'] ?? '') ?? '') : null
			}));
		}
	},
	{
		name: 'an invitation is written alone when it is collected, not with its group',
		target: 'ballot',
		plant: (evidence, { truth }) => {
			const place = new Map(inOrder(evidence, truth).map(({ leader }, index) => [leader, index]));
			return changeRows(withoutFiles(evidence), 'invitations', ({ values, hidden }) => {
				const own = place.get(values['leader_id'] ?? '');
				const isOwn = hidden !== null && own !== undefined && values['is_collected'] === 't';
				return { values, hidden: isOwn ? { ...hidden, xmin: 100_000 + own } : hidden };
			});
		}
	},
	{
		name: 'what was signed for an invitation stands hidden in the sealed answers',
		target: 'ballot',
		isThorough: true,
		plant: (evidence, { truth }) => {
			const leaderOf = new Map(truth.map((one) => [one.ballotHash, one.leader]));
			const signed = new Map(
				evidence.dumps
					.at(-2)
					?.tables['invitations']?.map(({ values }) => [values['leader_id'] ?? '', values['blinded_hash'] ?? ''])
			);
			return changeEverywhere(withoutHiddenColumns(withoutFiles(evidence)), 'ballot_box', (values) => {
				const sealed = values['sealed'] ?? '';
				const part = (signed.get(leaderOf.get(values['ballot_hash'] ?? '') ?? '') ?? '').slice(12, 32);
				return { ...values, sealed: sealed.slice(0, 1000) + part + sealed.slice(1000 + part.length) };
			});
		}
	},
	{
		name: 'a profile lies under its leader’s number, hashed',
		target: 'profile',
		plant: (evidence, { truth }) => {
			const leaderOf = new Map(truth.map((one) => [one.profile, one.leader]));
			return changeFinal(evidence, 'sealed_profiles', (values) => ({
				...values,
				writer_hash: `\\x${sha256(leaderOf.get(values['profile_id'] ?? '') ?? '')}`
			}));
		}
	},
	{
		name: 'profiles lie in the order in which they came, and invitations have the time of collecting',
		target: 'profile',
		plant: (evidence, { truth }) => {
			const order = inOrder(evidence, truth);
			const place = new Map(order.map(({ leader }, index) => [leader, String(index)]));
			const placeOfProfile = new Map(order.map(({ profile }, index) => [profile, index]));
			const withTimes = changeFinal(evidence, 'invitations', (values) => ({
				...values,
				collected_at: place.get(values['leader_id'] ?? '') ?? null
			}));
			return sortFinal(
				withTimes,
				'sealed_profiles',
				({ values }) => placeOfProfile.get(values['profile_id'] ?? '') ?? 0
			);
		}
	}
];

/** Marks that a reminder might leave, and the table in which each would be seen. `night`: the first dump after the reminder. */
export const plantedReminderMarks: readonly {
	readonly name: string;
	readonly table: string;
	readonly plant: (evidence: Evidence, night: number) => Evidence;
}[] = [
	{
		name: 'a row by reminder, for the link at its foot',
		table: 'mail_preferences',
		plant: (evidence, night) => addRows(evidence, 'mail_preferences', remindedRows(evidence, night), night)
	},
	{
		name: 'reminders that could not be sent are kept',
		table: 'mails',
		plant: (evidence, night) => {
			const failed = remindedRows(evidence, night).slice(0, 3);
			const rows = failed.map(({ email }) => ({
				kind: 'reminder',
				recipient: email,
				failure: 'mail-unreachable: 5.1.1'
			}));
			return addRows(evidence, 'mails', rows, night);
		}
	}
];

function remindedRows(evidence: Evidence, night: number) {
	const invitations = evidence.dumps[night - 1]?.tables['invitations'] ?? [];
	return invitations
		.filter(({ values }) => values['is_collected'] === 'f')
		.map(({ values }) => ({ email: addressOf(evidence, values['leader_id'] ?? ''), refused_kinds: '{}' }));
}

/** Leaders in the order in which their ballots came into the box. */
function inOrder(evidence: Evidence, truth: Truth): Answered[] {
	const order = orderOfBox(evidence, truth);
	return truth.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** A text by which to sort. */
function orderOfBox(evidence: Evidence, truth: Truth): (one: Answered) => string {
	const place = new Map<string, number>();
	for (const { operation, table, values, position } of evidence.wal)
		if (operation === 'insert' && table === 'ballot_box') place.set(values['ballot_hash'] ?? '', position);
	if (truth.some((one) => !place.has(one.ballotHash))) throw new Error('the write-ahead log lacks a ballot');
	return (one) => String(place.get(one.ballotHash) ?? 0).padStart(9, '0');
}

function placeOf(truth: Truth, order: (one: Answered) => string): Map<string, number> {
	return new Map(
		truth.toSorted((one, other) => (order(one) < order(other) ? -1 : 1)).map((one, place) => [one.response, place])
	);
}

function reorderResponses(evidence: Evidence, truth: Truth, order: (one: Answered) => string): Evidence {
	const textOf = byResponse(truth, order);
	return sortFinal(evidence, 'responses', ({ values }) => textOf(values['response_key']));
}

function addOrder(
	evidence: Evidence,
	truth: Truth,
	column: string,
	write: (place: number, night: number) => string
): Evidence {
	const place = placeOf(truth, orderOfBox(evidence, truth));
	const nightOf = new Map(truth.map((one) => [one.response, one.arrivedOn]));
	return changeFinal(evidence, 'responses', (values) => {
		const response = values['response_key'] ?? '';
		return { ...values, [column]: write(place.get(response) ?? 0, nightOf.get(response) ?? 0) };
	});
}

function byResponse(truth: Truth, of: (one: Answered) => string): (response: string | null | undefined) => string {
	const known = new Map(truth.map((one) => [one.response, of(one)]));
	return (response) => known.get(response ?? '') ?? '';
}

function addressOf(evidence: Evidence, leader: string): string {
	const row = evidence.dumps[0]?.tables['leaders']?.find(({ values }) => values['leader_id'] === leader);
	return row?.values['email'] ?? '';
}
