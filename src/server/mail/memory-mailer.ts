// A mailbox in memory, for tests.
import type { Delivery, Letter, Mailer } from '#server/mail/mailer.ts';

export type MemoryMailer = Mailer & { readonly letters: Letter[] };

/** Keeps every letter; `answer` decides what the other side says, accepted where it is left out. */
export function createMemoryMailer(answer: (letter: Letter) => Delivery = () => ({ kind: 'sent' })): MemoryMailer {
	const letters: Letter[] = [];
	return {
		hasServer: true,
		letters,
		deliver: async (letter) => {
			const delivery = answer(letter);
			if (delivery.kind === 'sent') letters.push(letter);
			return delivery;
		},
		forget: async () => {},
		readFromFolder: async () => null
	};
}
