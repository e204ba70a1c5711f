import { test } from 'node:test';
import { killSubmissions } from './submission-kills.ts';

test('every acknowledged ballot survives kill -9 while leaders collect and hand in, twenty times over', async (t) => {
	t.diagnostic(`${await killSubmissions(20)} acknowledged ballots, none lost`);
});
