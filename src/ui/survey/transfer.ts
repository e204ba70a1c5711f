// A questionnaire on its way to another device of the same leader, as text for the part of an address that no server sees:
// code, manifest, answers and ballot. Afterwards both devices hold the same ballot, so sending from both is one response.
import type { Change } from '#domain/ballot/answer-envelope.ts';
import { readBase64url, writeBase64url } from '#domain/ballot/base64url.ts';
import { normaliseCode, type Invitation } from '#domain/ballot/code.ts';
import { joinBytes, utf8, type Bytes } from '#ui/ballot/bytes.ts';
import type { Ballot, Draft } from './draft.ts';

export type Transfer = {
	readonly invitation: Invitation;
	readonly draft: Pick<Draft, 'state' | 'answers' | 'page' | 'changes' | 'ballot' | 'isTyped'>;
};

/** Items in the instrument's order, each with the values that can be answered, in the order shown. */
export type ItemChoices = readonly { readonly id: string; readonly values: readonly number[] }[];

const mark = 'c2.';
/** Beside the step, in the first byte. */
const typedMark = 8;
const steps = ['answering', 'blinded', 'collected'] as const;
/** How many fields there are on each step: fewer were cut off. */
const fieldCounts = { answering: 4, blinded: 9, collected: 8 } as const;

/**
 * What stands behind # in the address, without the #. A ballot does not travel without answers: one that does was not sent
 * by this page.
 */
export function writeTransfer({ invitation, draft }: Transfer, items: ItemChoices): string {
	const { changes } = draft;
	const ballot = Object.keys(draft.answers).length === 0 ? null : draft.ballot;
	const hash = ballot?.manifestHash ?? invitation.manifestHash;
	const kept = ballot?.step === 'collected' ? [ballot.signature] : ballot ? [ballot.blinded, ballot.inverse] : [];
	const bytes = joinBytes(
		Uint8Array.of(steps.indexOf(ballot?.step ?? 'answering') + (draft.isTyped ? typedMark : 0), draft.page + 1),
		field(utf8(invitation.token)),
		field(hash === null ? new Uint8Array(0) : bytesOf(hash)),
		field(Uint8Array.from(items, ({ id, values }) => values.findIndex((value) => value === draft.answers[id]) + 1)),
		field(Uint8Array.from(changes ?? [], (change) => (change ?? 2) + 1)),
		...(ballot === null ? [] : [ballot.secret, ballot.prefix].map((part) => field(bytesOf(part)))),
		...(ballot === null ? [] : [field(utf8(ballot.groupId))]),
		...kept.map((part) => field(bytesOf(part)))
	);
	return mark + writeBase64url(bytes);
}

/** Null where the text is no transfer; `broken` where it was cut off, is another questionnaire's, or has a ballot alone. */
export function readTransfer(fragment: string, items: ItemChoices): Transfer | 'broken' | null {
	const text = fragment.replace(/^#/, '');
	if (!text.startsWith(mark)) return null;
	const bytes = readBase64url(text.slice(mark.length));
	const fields = bytes === null ? null : fieldsOf(bytes.subarray(2));
	if (bytes === null || fields === null) return 'broken';
	const head = bytes[0] ?? 255;
	const isTyped = head >= typedMark;
	const step = steps[isTyped ? head - typedMark : head];
	const [token, hash, answers, changes, secret, prefix, group, first, second] = fields;
	const code = normaliseCode(textOf(token));
	const isOurs = step !== undefined && code !== null && answers?.length === items.length;
	if (!isOurs || fields.length !== fieldCounts[step] || (hash?.length !== 0 && hash?.length !== 32)) return 'broken';
	const manifestHash = hash.length === 0 ? null : writeBase64url(hash);
	const ballot = ballotOf(step, { secret, prefix, group, first, second }, manifestHash);
	if (ballot === undefined) return 'broken';
	const given = items.flatMap(({ id, values }, at) => {
		const value = values[(answers[at] ?? 0) - 1];
		return value === undefined ? [] : [[id, value] as const];
	});
	if (ballot !== null && given.length === 0) return 'broken';
	return {
		invitation: { token: code, manifestHash },
		draft: {
			state: step,
			answers: Object.fromEntries(given),
			page: (bytes[1] ?? 0) - 1,
			changes: changes === undefined || changes.length === 0 ? null : [...changes].map(changeOf),
			ballot,
			isTyped
		}
	};
}

/** Null where there is none yet, undefined where it lacks a part. */
function ballotOf(
	step: (typeof steps)[number],
	parts: Readonly<Record<'secret' | 'prefix' | 'group' | 'first' | 'second', Uint8Array | undefined>>,
	manifestHash: string | null
): Ballot | null | undefined {
	const { secret, prefix, group, first, second } = parts;
	if (step === 'answering') return null;
	const isWhole = secret?.length === 32 && prefix?.length === 32 && group !== undefined && first !== undefined;
	if (!isWhole || manifestHash === null) return undefined;
	const common = {
		secret: writeBase64url(secret),
		prefix: writeBase64url(prefix),
		groupId: textOf(group),
		manifestHash
	};
	return second === undefined
		? { ...common, step: 'collected', signature: writeBase64url(first) }
		: { ...common, step: 'blinded', blinded: writeBase64url(first), inverse: writeBase64url(second) };
}

/** Two bytes of length, then the bytes. */
function field(bytes: Bytes): Bytes {
	return joinBytes(Uint8Array.of(bytes.length >> 8, bytes.length & 255), bytes);
}

function fieldsOf(bytes: Uint8Array): readonly Uint8Array[] | null {
	const fields: Uint8Array[] = [];
	for (let at = 0; at < bytes.length;) {
		const length = (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
		if (at + 2 + length > bytes.length) return null;
		fields.push(bytes.subarray(at + 2, at + 2 + length));
		at += 2 + length;
	}
	return fields;
}

function changeOf(code: number): Change {
	return code === 0 ? -1 : code === 1 ? 0 : code === 2 ? 1 : null;
}

function textOf(bytes: Uint8Array | undefined): string {
	return new TextDecoder().decode(bytes);
}

function bytesOf(text: string): Bytes {
	return readBase64url(text) ?? new Uint8Array(0);
}
