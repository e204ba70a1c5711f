import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { runCommand } from '../../tools/ledertrivsel.ts';
import { isOneLine } from './workbench.ts';

/** The record of works beside the project; checked where it lies there. */
const citedWorks = join(projectRoot, '../shared/evidence/works.json');
const isLackingWorks = existsSync(citedWorks) ? false : 'the record of cited works does not lie beside the project';

async function run(...argv: string[]) {
	const texts = { out: '', error: '' };
	const code = await runCommand(argv, {
		stdout: { write: (text) => (texts.out += text) },
		stderr: { write: (text) => (texts.error += text) },
		environment: {}
	});
	return { code, ...texts };
}

test('the evidence base holds', async () => {
	const ran = await run('evidence', 'check');
	assert.equal(ran.code, 0, ran.error);
	assert.match(ran.out, /holds: works 47, mentions 247, mentionsCovered 247, findings \d+, interventions \d+, /);
	const { findings, interventions, ...counted } = JSON.parse((await run('evidence', 'check', '--json')).out);
	assert.deepEqual(counted, {
		...{ works: 47, mentions: 247, mentionsCovered: 247 },
		...{ verified: 37, notVerified: 10, errors: [] }
	});
	assert.ok(findings >= 150 && interventions >= 30, `${findings} findings, ${interventions} interventions`);
});

test(
	'works that the overview cites are missed where the base does not have them',
	{ skip: isLackingWorks },
	async (t) => {
		const held = await run('evidence', 'check', '--works', citedWorks, '--json');
		assert.deepEqual(JSON.parse(held.out).errors, []);
		const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-evidence-'));
		t.after(() => rmSync(directory, { recursive: true }));
		const planted = join(directory, 'works.json');
		const works = JSON.parse(readFileSync(citedWorks, 'utf8'));
		works[0].mentions.push({ lines: [1, 2] });
		writeFileSync(planted, JSON.stringify([...works, { key: 'nobody-1999', mentions: [{ lines: [3] }] }]));
		const ran = await run('evidence', 'check', '--works', planted, '--json');
		assert.equal(ran.code, 1);
		assert.deepEqual(
			JSON.parse(ran.out).errors.map(({ rule, record }: { rule: string; record: string }) => `${rule} ${record}`),
			['works-are-in-base nobody-1999', `mentions-are-carried ${works[0].key}`, 'mentions-are-carried nobody-1999']
		);
	}
);

test('a planted fault is told with its file, and the exit code says so', async (t) => {
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-evidence-'));
	t.after(() => rmSync(directory, { recursive: true }));
	cpSync(join(projectRoot, 'evidence'), directory, { recursive: true });
	const study = join(directory, 'studies/adriaenssens-2017.json');
	writeFileSync(study, readFileSync(study, 'utf8').replace('"year": 2017', '"year": "long ago"'));
	const ran = await run('evidence', 'check', '--directory', directory);
	assert.equal(ran.code, 1);
	assert.ok(isOneLine(ran.error), ran.error);
	assert.match(ran.error, /the evidence has \d+ faults?: studies\/adriaenssens-2017\.json: adriaenssens-2017: \/year/);
	writeFileSync(study, 'not json');
	const broken = await run('evidence', 'check', '--directory', directory);
	assert.equal(broken.code, 1);
	assert.match(broken.error, /cannot be read: .*adriaenssens-2017\.json/);
	assert.ok(isOneLine(broken.error), broken.error);
});

test('export prints the whole evidence base, or its studies for a reference manager', async () => {
	const evidence = readEvidence(join(projectRoot, 'evidence'));
	const exported = JSON.parse((await run('evidence', 'export', '--json')).out);
	assert.deepEqual(JSON.parse((await run('evidence', 'export')).out), exported);
	assert.equal(exported.version, evidence.version);
	const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);
	for (const [name, records] of [
		['works', evidence.studies],
		['factors', evidence.factors],
		['outcomes', evidence.outcomes],
		['findings', evidence.findings],
		['interventions', evidence.interventions]
	] as const) {
		assert.deepEqual(idsOf(exported[name]), idsOf(records), name);
	}
	for (const { certainty, statement, to, works, lines } of exported.findings) {
		assert.match(certainty.grade, /^(high|moderate|low|very-low)$/);
		assert.notEqual(certainty.reasons.length, 0);
		assert.ok(statement.da.length > 0 && statement.en.length > 0);
		assert.ok(works.length > 0 && lines.length > 0 && Array.isArray(to));
	}
	const studies: { id: string; type: string; issued: unknown; author: unknown }[] = JSON.parse(
		(await run('evidence', 'export', '--format', 'csl')).out
	);
	assert.deepEqual(
		studies.map((study) => study.id),
		evidence.studies.map((study) => study.id)
	);
	assert.deepEqual(
		studies.find((study) => study.id === 'adriaenssens-2017'),
		{
			id: 'adriaenssens-2017',
			type: 'article-journal',
			author: [
				{ family: 'Adriaenssens', given: 'Jef' },
				{ family: 'Hamelink', given: 'Ambre' },
				{ family: 'Van Bogaert', given: 'Peter' }
			],
			issued: { 'date-parts': [[2017]] },
			title:
				'Predictors of occupational stress and well-being in first-line nurse managers: A cross-sectional survey study',
			'container-title': 'International Journal of Nursing Studies',
			volume: '73',
			page: '85-92',
			DOI: '10.1016/j.ijnurstu.2017.05.007'
		}
	);
});

test('every command explains itself with an example', async () => {
	const groups = [
		'import organisation',
		'import responses',
		'round create',
		'round open',
		'round close',
		'round list',
		'release build',
		'release show',
		'release audit',
		'evidence check',
		'evidence export',
		'demo',
		'bench'
	];
	for (const name of groups) {
		const ran = await run(...name.split(' '), '--help');
		assert.equal(ran.code, 0, name);
		assert.equal(ran.error, '');
		assert.match(ran.out, new RegExp(`^Usage: ledertrivsel ${name} `));
		assert.match(ran.out, new RegExp(`Example: ledertrivsel ${name}`), name);
		if (name !== 'evidence export') assert.match(ran.out, /--json/, name);
	}
});

test('what export writes to a folder is a base that holds', async (t) => {
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-evidence-'));
	t.after(() => rmSync(directory, { recursive: true }));
	const folder = join(directory, 'base');
	const written = await run('evidence', 'export', '--directory', folder);
	assert.equal(written.code, 0, written.error);
	const checked = await run('evidence', 'check', '--directory', folder);
	assert.equal(checked.code, 0, checked.error);
	assert.deepEqual(readEvidence(folder), readEvidence(join(projectRoot, 'evidence')));
});
