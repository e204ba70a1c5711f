import { test } from 'node:test';
import { killSubmissions } from './submission-kills.ts';

test('every acknowledged response survives kill -9 while leaders submit, three times over', async (t) => {
	t.diagnostic(`${await killSubmissions(3)} acknowledged responses, none lost`);
});
