import { test } from 'node:test';
import { killSubmissions } from './submission-kills.ts';

test('every acknowledged ballot survives kill -9 while leaders collect and hand in, three times over', async (t) => {
	t.diagnostic(`${await killSubmissions(3)} acknowledged ballots, none lost`);
});
