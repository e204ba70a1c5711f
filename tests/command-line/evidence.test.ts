import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { runCommand } from '../../tools/ledertrivsel.ts';
import { isOneLine } from './workbench.ts';

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
	assert.match(ran.out, /holds: \d+ factors, \d+ outcomes, 47 studies, \d+ findings, \d+ interventions\./);
	assert.equal(JSON.parse((await run('evidence', 'check', '--json')).out).studies, 47);
});

test('a planted fault is told with its file, and the exit code says so', async (t) => {
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-evidence-'));
	t.after(() => rmSync(directory, { recursive: true }));
	cpSync(join(projectRoot, 'evidence'), directory, { recursive: true });
	const study = join(directory, 'studies/adriaenssens-2017.json');
	writeFileSync(study, readFileSync(study, 'utf8').replace('"year": 2017', '"year": "long ago"'));
	const ran = await run('evidence', 'check', '--directory', directory);
	assert.equal(ran.code, 1);
	assert.ok(isOneLine(ran.error), ran.error);
	assert.match(ran.error, /the evidence has \d+ faults?: studies\/adriaenssens-2017\.json: \/year/);
	writeFileSync(study, 'not json');
	const broken = await run('evidence', 'check', '--directory', directory);
	assert.equal(broken.code, 1);
	assert.match(broken.error, /cannot be read: .*adriaenssens-2017\.json/);
	assert.ok(isOneLine(broken.error), broken.error);
});

test('export prints the whole evidence base, or its studies for a reference manager', async () => {
	const evidence = readEvidence(join(projectRoot, 'evidence'));
	assert.deepEqual(JSON.parse((await run('evidence', 'export')).out), JSON.parse(JSON.stringify(evidence)));
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
