import { test } from 'node:test';
import { killRounds } from './kill-rounds.ts';

test('every acknowledged row survives kill -9 during submissions, three times over', async (t) => {
	t.diagnostic(`${await killRounds(3)} acknowledged rows, none lost`);
});
