// Who a proposal was sent to, and who is to answer it today, in words.
import type { ProposalReceiver, ReceiverToday } from '#domain/plan/proposal.ts';
import type { Language } from '#domain/language/localised.ts';
import { textsFor } from '#texts/texts.ts';

export function receiverName(language: Language, receiver: ProposalReceiver): string {
	return receiver.kind === 'leader' ? receiver.name : textsFor(language).proposals.roles[receiver.kind];
}

/** Whoever the proposal waits for. */
export function waitsForName(
	language: Language,
	wait: {
		readonly waitsFor: 'receiver' | 'sender' | null;
		readonly receiver: ReceiverToday;
		readonly senderName: string;
	}
): string {
	const texts = textsFor(language).proposals;
	if (wait.waitsFor === 'sender') return wait.senderName || texts.sender;
	if (wait.receiver.kind === 'leader') return wait.receiver.name;
	return texts.roles[wait.receiver.kind === 'committee' ? 'committee' : 'programme-lead'];
}
