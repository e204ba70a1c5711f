// Invitations and responses of a simulated round of 1,500 leaders, attacked with everything that can be kept of it. Without
// the round's key no way may do better than chance, and every planted leak must be found, so that the attack can be believed.
import assert from 'node:assert/strict';
import { after, before, describe, test, type TestContext } from 'node:test';
import { startMailbox } from '../support/mailbox.ts';
import { startPrivateCluster } from '../support/private-cluster.ts';
import { attack } from './attack.ts';
import {
	afterTheClose,
	ofFewNights,
	withoutFiles,
	withoutHiddenColumns,
	type Evidence,
	type Target
} from './evidence.ts';
import { plantedLeaks, plantedReminderMarks } from './planted-leaks.ts';
import { findReminderMarks } from './reminder-marks.ts';
import { createJudge, type Judge, type Score } from './score.ts';
import { firstNightAfterReminder, simulateRound, type SimulatedRound } from './simulate-round.ts';
import { deviationOf, hitsInAll, hitsNeeded, meanOf } from './statistics.ts';

/** By chance alone, one run in a thousand finds something: 0.001, shared by as many strategies as are allowed. */
const chanceOfAFalseAlarm = 0.001;
const mostStrategies = 2000;
const threshold = chanceOfAFalseAlarm / mostStrategies;

const server = await startPrivateCluster(['wal_level=logical', 'track_commit_timestamp=on', 'autovacuum=off']);
after(async () => {
	if (server.kind === 'started') await server.cluster.stop();
});
if (server.kind === 'unavailable') test('who answered what cannot be found', { skip: server.reason }, () => {});
else
	describe('after a round of 1,500 leaders', () => {
		let round: SimulatedRound;
		let judge: Judge;
		let tried = 0;
		const mailboxEnds: (() => Promise<void>)[] = [];

		before(async () => {
			const mailbox = await startMailbox({ after: (work) => void mailboxEnds.push(work) });
			const databaseUrl = await server.cluster.createDatabase();
			round = await simulateRound({ databaseUrl, mailbox, leaders: 1500, seed: 3 });
			judge = createJudge(round.truth);
		});
		after(async () => void (await Promise.all(mailboxEnds.map((end) => end()))));

		const judged = (evidence: Evidence, targets: readonly Target[], isThorough = false): Score[] =>
			Array.from(attack(evidence, { targets, isThorough }), judge);
		/** Throws where any strategy does better than chance, or a value in common is found at all. */
		const foundNothing = (t: TestContext, scores: readonly Score[]) => {
			tried += scores.length;
			const best = scores.toSorted((one, other) => one.chance - other.chance)[0];
			assert.ok(best !== undefined && scores.length > 100);
			t.diagnostic(`${scores.length} strategies; the best: ${told(best)}`);
			assert.ok(best.chance >= threshold, told(best));
			const shared = scores.filter((score) => score.name === 'a value in common');
			assert.ok(
				shared.every((score) => score.right === 0 && score.guessed === 0),
				shared.map(told).join('\n')
			);
		};

		test('the round was as large as it should be, and everything of it was kept', (t) => {
			const { evidence, truth, invited } = round;
			t.diagnostic(
				`${invited} invited, ${truth.length} answered, ${evidence.letters.length} letters, ${evidence.dumps.length} dumps, ` +
					`${evidence.wal.length} changes and ${evidence.walRecords.length} records in the write-ahead log, ` +
					`${evidence.oldVersions.length} versions of invitations, ${evidence.log.length} lines of the log`
			);
			assert.equal(invited, 1500);
			assert.ok(truth.length > 1000 && truth.length < 1130);
			assert.equal(evidence.dumps.length, 15);
			assert.ok(evidence.letters.length > 2000, 'reminders were sent');
			assert.ok(evidence.wal.length > 10_000 && evidence.oldVersions.length > 10_000);
			const [last] = evidence.dumps.slice(-1);
			assert.equal(last?.tables['ballot_box']?.length, 0);
			assert.equal(last?.tables['responses']?.length, truth.length);
		});

		test('no response can be given to its leader, with all of it but the round’s key', (t) => {
			foundNothing(t, judged(round.evidence, ['response'], true));
		});

		test('a ballot can be given to nobody of its group and night, with a dump of every night', (t) => {
			foundNothing(t, judged(withoutFiles(round.evidence), ['ballot']));
		});

		test('no sealed profile can be given to its leader, with the whole database after the close', (t) => {
			foundNothing(t, judged(afterTheClose(round.evidence), ['profile'], true));
		});

		test('nothing at the end names somebody because a reminder went to them', () => {
			assert.deepEqual(findReminderMarks(round.evidence, firstNightAfterReminder), []);
		});

		for (const { name, table, plant } of plantedReminderMarks)
			test(`is found when planted: ${name}`, () => {
				const [mark, ...others] = findReminderMarks(
					plant(round.evidence, firstNightAfterReminder),
					firstNightAfterReminder
				);
				assert.match(mark ?? '', new RegExp(`^${table}: [1-9]`));
				assert.deepEqual(others, []);
			});

		test('so few strategies were tried that a false alarm is as rare as it is said to be', () => {
			assert.ok(tried > 500 && tried <= mostStrategies, String(tried));
		});

		for (const leak of plantedLeaks)
			test(`is found when planted: ${leak.name}`, (t) => {
				const needsEveryNight = leak.target === 'ballot' || leak.needsEveryNight;
				const evidence = leak.plant(needsEveryNight ? round.evidence : ofFewNights(round.evidence), round);
				for (const strategy of attack(evidence, { targets: [leak.target], isThorough: leak.isThorough ?? false })) {
					const score = judge(strategy);
					if (score.chance < threshold) return t.diagnostic(told(score));
				}
				assert.fail('nothing was found');
			});

		test('what remains is what the threat model says, and how little would be found is known', (t) => {
			const { evidence, opened, truth } = round;
			const withKey: Evidence = { ...evidence, opened };
			const dumps = withoutFiles(withKey);
			const cases: readonly (readonly [string, Evidence])[] = [
				['the key and the write-ahead log', { ...withKey, oldVersions: [], watched: [] }],
				[
					'the key, watching both requests by their times alone',
					{ ...withKey, oldVersions: [], wal: [], walRecords: [] }
				],
				['the key and a copy of the files of every night', { ...withKey, wal: [], walRecords: [], watched: [] }],
				['the key and a dump of every night with hidden columns', dumps],
				['the key and a dump of every night', withoutHiddenColumns(dumps)],
				['the key and the dumps of the last night', { ...dumps, dumps: dumps.dumps.slice(-2) }],
				['everything but the key', evidence]
			];
			const expected = truth.length === 0 ? 0 : new Set(truth.map((one) => one.group)).size;
			t.diagnostic(`by chance: ${share(expected, truth.length)} of ${truth.length} leaders who answered`);
			const shares = cases.map(([name, held]) => {
				const paths = Array.from(attack(held, { targets: ['response'], withOrders: false }), judge).filter(
					(score) => score.hitChance < threshold
				);
				const best = paths.toSorted((one, other) => other.right - one.right)[0];
				t.diagnostic(
					`${name}: ${best === undefined ? 'no better than chance' : `${share(best.right, truth.length)} (${best.name})`}`
				);
				return best === undefined ? null : best.right / truth.length;
			});
			const [log, watch, , hidden, plain, , without] = shares;
			assert.ok((log ?? 0) > 0.9 && (watch ?? 0) > 0.9 && (hidden ?? 0) < 0.8 && (plain ?? 0) < 0.8);
			assert.equal(without, null);

			const sizes = Object.values(Object.groupBy(truth, (one) => one.group)).map((own) => own?.length ?? 0);
			const distribution = hitsInAll(sizes.map((size) => ({ size, guesses: size })));
			const needed = hitsNeeded(distribution, threshold);
			const surely = needed + 1.645 * deviationOf(distribution);
			t.diagnostic(
				`groups of ${Math.min(...sizes)} to ${Math.max(...sizes)} answers; chance gives ${meanOf(distribution).toFixed(0)} right; ` +
					`an alarm from ${needed} on; a strategy that knows ${share(surely - meanOf(distribution), truth.length)} more is found 19 times in 20`
			);
			const freedom = sizes.reduce((sum, size) => sum + Math.max(0, size - 1), 0);
			t.diagnostic(
				`two orders that go together with a correlation of ${((5.03 + 1.645) / Math.sqrt(freedom)).toFixed(2)} within groups are found 19 times in 20`
			);
			assert.ok((surely - meanOf(distribution)) / truth.length < 0.1);
		});
	});

function told({ name, target, right, guessed, leaders, expected, chance }: Score): string {
	return `${target}: ${right} of ${leaders} right (${guessed} guessed, ${expected.toFixed(1)} expected), chance ${chance.toExponential(1)}: ${name}`;
}

function share(part: number, whole: number): string {
	return `${((100 * part) / whole).toFixed(1)} %`;
}
