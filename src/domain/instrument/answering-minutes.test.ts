import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answeringMinutes } from './answering-minutes.ts';
import type { Item } from './instrument.ts';

const item: Item = { id: 'i', format: 'f', isReversed: false };
const minutesFor = (count: number) => answeringMinutes({ items: Array.from({ length: count }, () => item) });

test('the whole questionnaire takes 8 minutes, a light one 2, and every minute that is begun counts', () => {
	assert.equal(minutesFor(51), 8);
	assert.equal(minutesFor(52), 9);
	assert.deepEqual([1, 8, 12, 13].map(minutesFor), [2, 2, 2, 3]);
});
