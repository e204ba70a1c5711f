import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStore } from './draft.ts';
import { draftKeeper } from './draft-keeper.ts';
import { followOtherTabs, takeOverOtherTabs } from './other-tabs.ts';

function twoTabs() {
	const shared = memoryStore();
	const tab = () =>
		draftKeeper({
			openStore: () => shared,
			instrument: { id: 'i', version: 1 },
			manifestHash: 'h',
			onRefused: assert.fail
		});
	const [drafts, other] = [tab(), tab()];
	const shown: unknown[] = [];
	const view = {
		check: (answers: Readonly<Record<string, number>>) => void shown.push(answers),
		showOnly: (section: string) => void shown.push(section)
	};
	const window = new EventTarget();
	let isBusy = false;
	followOtherTabs(window, { drafts, view, isBusy: () => isBusy });
	const write = (...[change]: Parameters<typeof other.keep>) => {
		other.keep(change);
		window.dispatchEvent(new Event('storage'));
	};
	return { drafts, other, view, shown, write, busy: () => (isBusy = true) };
}

test('what another tab answers is shown here at once', () => {
	const { drafts, shown, write } = twoTabs();
	write({ answers: { a: 1 } });
	write({ answers: { a: 2, b: 3 } });
	assert.deepEqual(shown, [{ a: 1 }, { a: 2, b: 3 }]);
	assert.deepEqual(drafts.now().answers, { a: 2, b: 3 });
});

test('before sending, what is taken over is what is shown', () => {
	const { drafts, other, view, shown } = twoTabs();
	other.keep({ answers: { a: 4 } });
	assert.deepEqual(takeOverOtherTabs(drafts, view).answers, { a: 4 });
	assert.deepEqual(shown, [{ a: 4 }]);
});

test('where another tab has sent, this one stops', () => {
	const { shown, write } = twoTabs();
	write({ state: 'sent', answers: { a: 1 } });
	assert.deepEqual(shown, [{ a: 1 }, 'sent']);
});

test('while this one is sending, nothing on it changes', () => {
	const { drafts, shown, write, busy } = twoTabs();
	busy();
	write({ answers: { a: 1 } });
	assert.deepEqual([shown, drafts.now().answers], [[], {}]);
});
