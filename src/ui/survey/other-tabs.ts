// Several tabs of one invitation share one draft: what another tab has answered is shown here, too, so that what is sent is
// what is seen.
import type { DraftKeeper } from './draft-keeper.ts';
import type { Draft } from './draft.ts';
import type { PageView } from './page-view.ts';

type Shown = Pick<PageView, 'check' | 'showOnly'>;

/** Takes over what another tab has written, shows it, and returns it: what is sent is this. */
export function takeOverOtherTabs(drafts: DraftKeeper, view: Shown): Draft {
	const draft = drafts.reread();
	view.check(draft.answers);
	return draft;
}

/** Whenever another tab writes; stops where it has sent. */
export function followOtherTabs(
	target: EventTarget,
	{ drafts, view, isBusy }: { readonly drafts: DraftKeeper; readonly view: Shown; readonly isBusy: () => boolean }
): void {
	target.addEventListener('storage', () => {
		// What is on its way stays as it was shown when the leader sent it.
		if (isBusy()) return;
		if (takeOverOtherTabs(drafts, view).state === 'sent') view.showOnly('sent');
	});
}
