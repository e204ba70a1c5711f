import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchIdle } from './kiosk.ts';

function arrange() {
	let now = 0;
	let waiting: { at: number; work: () => void } | null = null;
	const said: string[] = [];
	let isBusy = false;
	const watch = watchIdle(
		{
			warnAfterSeconds: 180,
			forgetAfterSeconds: 30,
			isBusy: () => isBusy,
			onWarn: () => said.push(`warned at ${now}`),
			onBack: () => said.push(`back at ${now}`),
			onForget: () => said.push(`forgot at ${now}`)
		},
		{
			after: (seconds, work) => {
				const timer = { at: now + seconds, work };
				waiting = timer;
				return () => (waiting = waiting === timer ? null : waiting);
			}
		}
	);
	const pass = (seconds: number) => {
		const until = now + seconds;
		while (waiting !== null && waiting.at <= until) {
			const due: { at: number; work: () => void } = waiting;
			waiting = null;
			now = due.at;
			due.work();
		}
		now = until;
	};
	return { watch, said, pass, busy: (is: boolean) => (isBusy = is) };
}

test('three minutes without a touch warn, and half a minute later all is forgotten', () => {
	const { said, pass } = arrange();
	pass(179);
	assert.deepEqual(said, []);
	pass(100);
	assert.deepEqual(said, ['warned at 180', 'forgot at 210']);
});

test('a touch begins the time anew, and takes a warning back', () => {
	const { watch, said, pass } = arrange();
	pass(170);
	watch.touch();
	pass(170);
	assert.deepEqual(said, []);
	pass(20);
	watch.touch();
	pass(170);
	assert.deepEqual(said, ['warned at 350', 'back at 360']);
});

test('nothing is forgotten while answers are on their way', () => {
	const { said, pass, busy } = arrange();
	busy(true);
	pass(1000);
	assert.deepEqual(said, []);
	busy(false);
	pass(290);
	assert.equal(said.length, 2);
});

test('after it is stopped it says nothing more, even when touched', () => {
	const { watch, said, pass } = arrange();
	watch.stop();
	pass(1000);
	watch.touch();
	pass(1000);
	assert.deepEqual(said, []);
});
