import { test } from 'node:test';
import { killRounds } from './kill-rounds.ts';

test('every acknowledged row survives kill -9 during submissions, twenty times over', async (t) => {
	t.diagnostic(`${await killRounds(20)} acknowledged rows, none lost`);
});
