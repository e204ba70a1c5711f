import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLog, withoutPersonalData } from './log.ts';

function written(work: (log: ReturnType<typeof createLog>) => void): readonly Record<string, unknown>[] {
	const lines: string[] = [];
	work(createLog('debug', (line) => lines.push(line)));
	return lines.map((line) => JSON.parse(line));
}

test('an event is one line of JSON with its level, name and facts', () => {
	const [line] = written((log) => log.info('round-keys', { made: 3 }));
	assert.deepEqual(line, { level: 'info', event: 'round-keys', made: 3 });
});

test('what other programs repeat of people is taken out of an error and of its causes', () => {
	const token = 'Zk3vT9q8Yh2LmN4pR6sU1wX5zA7bC0dE9fG3hJ6kM2n';
	const causes = [
		'550 5.1.1 <soren.aero@example.org>: Recipient address rejected: User unknown',
		'invalid input syntax for type uuid: "Søren Ærø, 7 af 10"',
		'duplicate key: Key (organisation_id, email)=(aaa, soren@example.org) already exists.',
		`no invitation for ${token}`,
		'Unexpected token S in JSON at position 0, "Søren says" is not valid JSON',
		'value "99999999999999" is out of range for type integer'
	];
	for (const cause of causes) {
		const [line] = written((log) => log.error('failed', new Error('it failed', { cause: new Error(cause) })));
		const text = JSON.stringify(line);
		for (const mark of ['soren', 'Søren', 'example.org', token, '7 af 10', '99999999999999'])
			assert.ok(!text.includes(mark), `${mark} of: ${text}`);
	}
});

test('what helps to find a fault stays', () => {
	for (const text of [
		'duplicate key value violates unique constraint "mails_pkey"',
		"ENOENT: no such file or directory, open '/srv/ledertrivsel/data/round-keys/8d3a.key'",
		'relation "nowhere" does not exist',
		'the migration 0011-operator.sql failed, and nothing of it was kept'
	])
		assert.equal(withoutPersonalData(text), text);
});
