// A shared screen keeps nothing: not after sending, not when somebody walks away, not for whoever presses "back".
import { findElement } from './find-element.ts';
import { kioskTimes, watchIdle } from './kiosk.ts';
import type { PageView } from './page-view.ts';

export type KioskScreen = {
	/** The answers have arrived: thanks, and on to the next leader. */
	readonly finish: () => void;
	readonly next: () => void;
};

export function kioskScreen(main: HTMLElement, view: PageView, isBusy: () => boolean): KioskScreen {
	const warning = findElement(main, '[data-still-there]');
	const next = () => {
		view.check({});
		location.replace('/code?kiosk');
	};
	const watch = watchIdle({
		...kioskTimes,
		isBusy,
		onWarn: () => (warning.hidden = false),
		onBack: () => (warning.hidden = true),
		onForget: next
	});
	view.check({});
	// A screen reader or a switch may press no key and no pointer: its focus and its input count, too.
	for (const kind of ['pointerdown', 'keydown', 'scroll', 'focusin', 'input', 'touchmove'])
		addEventListener(kind, watch.touch, { passive: true });
	findElement(main, '[data-next]').addEventListener('click', next);
	// The browser may keep the page as it was left.
	addEventListener('pagehide', () => view.check({}));
	addEventListener('pageshow', (event) => event.persisted && next());
	return {
		next,
		finish: () => {
			watch.stop();
			view.check({});
			// The thanks on the page say it.
			view.hush('sending', 'stored');
			view.showOnly('kiosk-done');
			setTimeout(next, kioskTimes.forgetAfterSeconds * 1000);
		}
	};
}
