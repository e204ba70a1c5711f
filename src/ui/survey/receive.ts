// A questionnaire that came along in the link: the leader is asked, on screens of their own, before anything of it is used.
import type { DraftKeeper } from './draft-keeper.ts';
import { takeOver, type Said } from './take-over.ts';
import type { Transfer } from './transfer.ts';

export type Questions = {
	/** Whether the leader has made the link, on another device. */
	readonly isOwn: () => Promise<boolean>;
	readonly whoseAnswers: () => Promise<'here' | 'arrived'>;
};

/** `kept`: this device has sent already; `declined`: the link is not the leader's own. In both, nothing is changed. */
export type Received = 'taken' | 'kept' | 'declined';

/** Whether there is anything in it but the invitation. */
export function bringsSomething({ draft }: Transfer): boolean {
	return draft.ballot !== null || Object.keys(draft.answers).length > 0;
}

/** Looks again after each question: another tab may have sent meanwhile. */
export async function receive(drafts: DraftKeeper, transfer: Transfer, ask: Questions): Promise<Received> {
	let said: Said = { isOwn: null, choice: null };
	for (;;) {
		const outcome = takeOver(drafts.stored(), { ...drafts.now(), ...transfer.draft }, said);
		switch (outcome.kind) {
			case 'confirm':
				said = { ...said, isOwn: await ask.isOwn() };
				break;
			case 'choose':
				said = { ...said, choice: await ask.whoseAnswers() };
				break;
			case 'taken':
				drafts.keep(outcome.draft);
				return 'taken';
			case 'kept':
				drafts.reread();
				return said.isOwn === false ? 'declined' : 'kept';
		}
	}
}
