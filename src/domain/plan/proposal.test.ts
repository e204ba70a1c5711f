import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { PROPOSAL_OVERDUE_DAYS, proposalStanding, receiverToday, type ProposalMessage } from './proposal.ts';

const sentAt = new Date('2026-03-01T12:00:00Z');
const after = (days: number) => new Date(sentAt.getTime() + days * 86_400_000);
const message = (kind: ProposalMessage['kind'], days: number): ProposalMessage => ({
	kind,
	writtenAt: after(days),
	person: 'x',
	content: 'x'
});
const sent = { sentAt, messages: [], answer: null };

test('a proposal is marked on the fourteenth day, and reminders come once a week from then', () => {
	const expected: readonly (readonly [number, boolean, number])[] = [
		[0, false, 0],
		[13.9, false, 0],
		[14, true, 1],
		[20.9, true, 1],
		[21, true, 2],
		[35, true, 4]
	];
	for (const [days, isOverdue, reminders] of expected) {
		const standing = proposalStanding(sent, after(days));
		assert.deepEqual([standing.isOverdue, standing.reminders], [isOverdue, reminders], `${days} days`);
		assert.equal(standing.waitsFor, 'receiver');
	}
	assert.equal(PROPOSAL_OVERDUE_DAYS, 14);
});

test('a question hands the wait to the sender, a reply hands it back, and each begins anew', () => {
	const asked = { ...sent, messages: [message('question', 10)] };
	assert.equal(proposalStanding(asked, after(23)).state, 'asked');
	assert.equal(proposalStanding(asked, after(23)).waitsFor, 'sender');
	assert.equal(proposalStanding(asked, after(23)).isOverdue, false);
	assert.equal(proposalStanding(asked, after(24)).isOverdue, true);
	const replied = { ...sent, messages: [message('question', 10), message('reply', 12)] };
	assert.deepEqual(
		[proposalStanding(replied, after(13)).waitsFor, proposalStanding(replied, after(13)).waitingDays],
		['receiver', 1]
	);
});

test('what is answered waits for nobody', () => {
	const answer = { kind: 'declined', answeredAt: after(1), answeredBy: 'x', reason: 'x', planId: null } as const;
	const standing = proposalStanding({ ...sent, answer }, after(100));
	assert.deepEqual([standing.state, standing.waitsFor, standing.isOverdue], ['declined', null, false]);
});

test('a clock that goes back reminds nobody', () => {
	assert.equal(proposalStanding(sent, after(-1)).waitingDays, 0);
	fc.assert(
		fc.property(fc.double({ min: 0, max: 400, noNaN: true }), fc.double({ min: 0, max: 400, noNaN: true }), (a, b) => {
			const [early, late] = [Math.min(a, b), Math.max(a, b)].map((days) => proposalStanding(sent, after(days)));
			assert.ok((early?.reminders ?? 0) <= (late?.reminders ?? 0));
			assert.ok((late?.reminders ?? 0) <= 1 + (late?.waitingDays ?? 0) / 7);
		})
	);
});

const person = (id: string, unitId: string, managerId: string | null) => ({
	...{ id, key: id, name: id, email: null, unitId, managerId, level: null, profession: null, span: null }
});
const units = [
	{ id: 'h', code: null, name: 'h', parentId: null },
	{ id: 'd', code: null, name: 'd', parentId: 'h' }
];
const receiver = { kind: 'leader', leaderId: 'head', unitId: 'd', name: 'Head' } as const;
const whole: Organisation = {
	units,
	leaders: [person('top', 'h', null), person('head', 'd', 'top'), person('ward', 'd', 'head')]
};

test('a receiver who leads somebody answers; one who has left is succeeded by whoever leads the unit now', () => {
	assert.deepEqual(receiverToday(receiver, whole), {
		...{ kind: 'leader', leaderId: 'head', name: 'head', email: null, hasSucceeded: false }
	});
	const followed = {
		units,
		leaders: [person('top', 'h', null), person('new', 'd', 'top'), person('ward', 'd', 'new')]
	};
	const today = receiverToday(receiver, followed);
	assert.ok(today.kind === 'leader' && today.leaderId === 'new' && today.hasSucceeded);
});

test('where the unit is closed the one above answers; where nobody is left the programme lead sees it', () => {
	const above = { units: units.slice(0, 1), leaders: [person('top', 'h', null), person('other', 'h', 'top')] };
	const today = receiverToday(receiver, above, [{ id: 'd', parentId: 'h' }]);
	assert.ok(today.kind === 'leader' && today.leaderId === 'top');
	assert.deepEqual(receiverToday(receiver, { units: [], leaders: [] }), { kind: 'nobody' });
	assert.deepEqual(receiverToday({ kind: 'committee', name: 'x' }, whole), { kind: 'committee' });
});
