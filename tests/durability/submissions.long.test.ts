import { test } from 'node:test';
import { killSubmissions } from './submission-kills.ts';

test('every acknowledged response survives kill -9 while leaders submit, twenty times over', async (t) => {
	t.diagnostic(`${await killSubmissions(20)} acknowledged responses, none lost`);
});
