import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReminderId, reminderIds } from './reminder-ids.ts';

const roundId = '0b2c9a52-5a4e-4f6d-9f1e-2c3d4e5f6a7b';

test('whom a reminder is for is read from its name, whichever reminder it is', () => {
	for (const leaderId of ['department-1', 'a:b', '7'])
		for (const mailId of reminderIds(roundId, leaderId)) {
			const read = readReminderId(mailId);
			assert.equal(read?.roundId, roundId);
			assert.ok(read.leaderIds.includes(leaderId), mailId);
		}
});

test('an id that ends like the number of a reminder is not lost, and another letter is no reminder', () => {
	assert.deepEqual(readReminderId(`reminder:${roundId}:leader:2`)?.leaderIds, ['leader', 'leader:2']);
	assert.deepEqual(readReminderId(`reminder:${roundId}:leader:9`)?.leaderIds, ['leader:9'], 'there is no ninth');
	assert.deepEqual(readReminderId(`reminder:${roundId}:leader`)?.leaderIds, ['leader']);
	assert.equal(readReminderId(`invitation:${roundId}:leader`), null);
	assert.equal(readReminderId('reminder:'), null);
});
