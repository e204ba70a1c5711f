import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertOrganisation, listOrganisations, readOrganisation } from '#server/database/organisations.ts';
import { insertRound } from '#server/database/rounds.ts';
import { createWorkbench, isOneLine, type Workbench } from './workbench.ts';

const heading = 'Unit code;Unit;Parent unit;Leader;E-mail';
const leaders = Array.from({ length: 10 }, (_, index) => `2;Ward;1;Leader ${index};leader-${index}@region.example`);
const organisationText = [heading, '1;Hospital;;The Boss;boss@region.example', ...leaders, ''].join('\n');

async function refused(bench: Workbench, argv: readonly string[], expected: RegExp): Promise<string> {
	const ran = await bench.run(...argv);
	assert.equal(ran.code, 1, ran.out + ran.error);
	assert.ok(isOneLine(ran.error), ran.error);
	assert.match(ran.error, expected);
	return ran.out;
}

test('an organisation is read from a file, and the same file again changes nothing', async (t) => {
	const bench = await createWorkbench(t);
	const file = bench.file('leaders.csv', organisationText);
	const saved = await bench.json<{ saved: boolean; units: number; leaders: number }>(
		'import',
		'organisation',
		file,
		'--organisation',
		'Region'
	);
	assert.deepEqual([saved.saved, saved.units, saved.leaders], [true, 2, 11]);
	const again = await bench.run('import', 'organisation', file);
	assert.equal(again.code, 0);
	assert.match(again.out, /The file changes nothing\.\nSaved in "Region", which now has 2 units and 11 leaders\.\n$/);
});

test('a dry run tells what would change, and changes nothing', async (t) => {
	const bench = await createWorkbench(t);
	const ran = await bench.run('import', 'organisation', bench.file('leaders.csv', organisationText), '--dry-run');
	assert.equal(ran.code, 0);
	assert.match(ran.out, /New leader: The Boss in “Hospital”\.[\s\S]*Nothing was saved: this was a dry run\.\n$/);
	assert.deepEqual(await listOrganisations(bench.context.db), []);
});

test('only a complete file closes units and lets leaders leave', async (t) => {
	const bench = await createWorkbench(t);
	await bench.json('import', 'organisation', bench.file('leaders.csv', organisationText));
	const fewer = bench.file(
		'fewer.csv',
		organisationText
			.split('\n')
			.filter((line) => !line.includes('leader-9'))
			.join('\n')
	);
	assert.equal((await bench.json<{ leaders: number }>('import', 'organisation', fewer)).leaders, 11);
	const complete = await bench.json<{ leaders: number; changes: Record<string, number> }>(
		'import',
		'organisation',
		fewer,
		'--mode',
		'complete'
	);
	assert.deepEqual([complete.leaders, complete.changes], [10, { 'leader-left': 1 }]);
});

test('every faulty row is told, and nothing is saved', async (t) => {
	const bench = await createWorkbench(t);
	const file = bench.file(
		'leaders.csv',
		`${heading}\n1;Hospital;;A;not-an-address\n2;Ward;9;B;b@region.example\n3;Office;1;C;b@region.example\n`
	);
	const out = await refused(
		bench,
		['import', 'organisation', file],
		/nothing was saved, the file has \d+ faults: Line 2: “not-an-address” is not an e-mail address/
	);
	assert.match(out, /Line 3: There is no unit “9” to be the parent\./);
	assert.match(out, /More than one leader has the e-mail “b@region\.example”/);
	assert.deepEqual(await listOrganisations(bench.context.db), []);
	await refused(bench, ['import', 'organisation', bench.file('list.csv', '%PDF-1.4 …')], /is a PDF/);
	await refused(
		bench,
		['import', 'organisation', 'no-such-file.csv'],
		/no-such-file\.csv cannot be read: there is no such file/
	);
});

test('a faulty row leaves an organisation that was there as it was', async (t) => {
	const bench = await createWorkbench(t);
	await bench.json('import', 'organisation', bench.file('leaders.csv', organisationText));
	const [organisation] = await listOrganisations(bench.context.db);
	assert.ok(organisation !== undefined);
	const before = await readOrganisation(bench.context.db, organisation.id);
	await refused(
		bench,
		['import', 'organisation', bench.file('faulty.csv', `${heading}\n7;New;;A;a@b.example\n8;Other;99;B;\n`)],
		/the file has one fault: Line 3/
	);
	assert.deepEqual(await readOrganisation(bench.context.db, organisation.id), before);
});

test('a round is planned, opened and closed', async (t) => {
	const bench = await createWorkbench(t);
	await bench.json('import', 'organisation', bench.file('leaders.csv', organisationText));
	const create = [
		'round',
		'create',
		'--name',
		'Spring',
		'--instrument',
		'ledertrivsel-1',
		'--opens',
		'2026-09-01',
		'--closes',
		'2026-09-30'
	];
	const { round } = await bench.json<{ round: string }>(...create);
	const opened = await bench.json<{ invited: number; groups: number }>('round', 'open', round);
	assert.deepEqual([opened.invited, opened.groups], [11, 1]);
	await refused(bench, ['round', 'open', 'Spring'], /has been opened already/);
	assert.deepEqual(await bench.json('round', 'close', 'latest'), { round, responses: 0 });
	await refused(bench, ['round', 'close', 'Spring'], /has been closed already/);
	await refused(bench, ['release', 'build', 'Spring'], /has 0 responses, and 5 are needed/);
	const listed = await bench.run('round', 'list');
	assert.match(listed.out, new RegExp(`^${round} {2}closed +ballots +2026-09-01 – 2026-09-30 {2}Spring\n$`));
});

test('what keeps a round from being planned or opened is told, all of it', async (t) => {
	const bench = await createWorkbench(t);
	const create = (...more: string[]) => [
		'round',
		'create',
		'--name',
		'Spring',
		'--instrument',
		'ledertrivsel-1',
		'--opens',
		'2026-09-01',
		'--closes',
		'2026-09-30',
		...more
	];
	await refused(bench, create(), /there is no organisation yet/);
	await refused(bench, ['round', 'open', 'latest'], /there is no round yet/);
	await bench.json(
		'import',
		'organisation',
		bench.file('few.csv', `${heading}\n1;Hospital;;A;a@region.example\n2;Ward;1;B;b@region.example\n`)
	);
	await refused(
		bench,
		create('--instrument', 'horoscope', '--opens', 'soon', '--closes', '2026-02-30'),
		/there is no instrument "horoscope".*ledertrivsel-1; --opens "soon" is not a day.*--closes "2026-02-30" is not a day/
	);
	await refused(bench, create('--closes', '2026-08-31'), /would close on 2026-08-31, before it opens/);
	await refused(bench, create('--opens', '2025-01-01', '--closes', '2025-02-01'), /which is past/);
	await refused(bench, create('--unit', 'Office'), /there is no unit "Office"/);
	await bench.json(...create('--unit', 'Ward'));
	await refused(bench, ['round', 'close', 'Spring'], /has not been opened/);
	await refused(bench, ['round', 'open', 'Spring'], /would ask 1 leaders, and a group needs 8/);
});

test('the latest round is an own one before the demonstration’s, and of two organisations one must be named', async (t) => {
	const bench = await createWorkbench(t);
	const { db, randomId, now } = bench.context;
	const roundOf = async (name: string, isDemonstration: boolean): Promise<string> => {
		const organisationId = randomId();
		await insertOrganisation(db, { id: organisationId, name, isDemonstration, createdAt: now() });
		const id = randomId();
		await insertRound(db, {
			organisationId,
			id,
			name: `Round of ${name}`,
			source: 'simulated',
			instrumentId: 'ledertrivsel-1',
			instrumentVersion: 1,
			scopeUnitId: null,
			minimumInvited: 8,
			threshold: 5,
			opensOn: '2026-09-01',
			closesOn: '2026-09-02',
			createdAt: now(),
			openedAt: now(),
			remindedAt: null,
			closedAt: null,
			releasedAt: null
		});
		return id;
	};
	const own = await roundOf('Region A', false);
	const demonstration = await roundOf('Havmark', true);
	assert.equal((await bench.json<{ round: string }>('round', 'close', 'latest')).round, own);
	assert.equal((await bench.json<{ round: string }>('round', 'close', 'round of havmark')).round, demonstration);
	await roundOf('Region B', false);
	await refused(
		bench,
		['round', 'close', 'latest'],
		/several organisations have rounds: say which with --organisation/
	);
	await refused(bench, ['round', 'list', '--organisation', 'Region C'], /there is no organisation "Region C"/);
	assert.equal((await bench.json<unknown[]>('round', 'list', '--organisation', 'Region A')).length, 1);
	await bench.json('round', 'close', 'latest', '--organisation', 'Region B');
});
