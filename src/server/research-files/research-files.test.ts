import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { rowStatuses, type ReleaseRow } from '#domain/disclosure/release-rows.ts';
import { researchColumns } from './columns.ts';
import { writeResearchCsv } from './write-csv.ts';
import { cutToBytes, writeSav } from './write-sav.ts';

// The package can only be required; what is used of it is declared here.
type Reader = {
	readonly open: () => Promise<void>;
	readonly readAllRows: () => Promise<readonly Readonly<Record<string, unknown>>[]>;
	readonly meta: {
		readonly sysvars: readonly { readonly name: string }[];
		readonly header: { readonly n_cases: number };
	};
};
const { SavBufferReader } = createRequire(import.meta.url)('sav-reader') as {
	readonly SavBufferReader: new (bytes: Buffer) => Reader;
};

const folder = mkdtempSync(join(tmpdir(), 'ledertrivsel-research-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const long = 'Afdelingen for ældre på Ærø – æøå '.repeat(9);
const rows: readonly ReleaseRow[] = Array.from({ length: 23 }, (_, place) => ({
	group: `g${place}`,
	groupName: place === 0 ? long : place % 2 === 0 ? 'Børneafsnit Å' : '',
	path: place % 3 === 0 ? 'Regionen > Sygehus "Øst"; Nord' : 'Regionen',
	kind: 'leaf',
	parent: '',
	dimension: '',
	category: '',
	invited: place % 5 === 0 ? null : place,
	responses: 12,
	scale: place % 2 === 0 ? 'role-clarity' : 'workload',
	statistic: 'mean',
	...(place % 4 === 3
		? { n: null, value: null, step: null, status: rowStatuses.withheld }
		: { n: 12, value: place % 4 === 0 ? -0.125 * (place + 1) : 300 + place, step: 0.05, status: rowStatuses.shown })
}));
const sav = writeSav(rows, { language: 'da', label: 'Måling æøå' });

// This reader takes texts apart every eight bytes and spoils letters of several bytes there; R below reads them whole.
test('an SPSS file is read back value by value: empty texts, decimals and what is missing', async () => {
	const reader = new SavBufferReader(Buffer.from(sav));
	await reader.open();
	assert.deepEqual(
		reader.meta.sysvars.map((variable) => variable.name),
		researchColumns.map(({ name }) => name)
	);
	const read = await reader.readAllRows();
	assert.equal(read.length, rows.length);
	for (const [place, row] of rows.entries()) {
		for (const column of researchColumns) {
			const expected = column.read(row);
			const found: unknown = read[place]?.[column.name];
			const wanted = typeof expected === 'string' ? cutToBytes(expected, 255).trimEnd() : expected;
			if (typeof wanted === 'string' && /[^ -~]/.test(wanted)) continue;
			assert.deepEqual(
				typeof found === 'string' ? found.trimEnd() : (found ?? null),
				wanted,
				`${column.name} of row ${place}`
			);
		}
	}
	assert.ok(!Buffer.from(sav).toString('latin1').includes('Dingtalk'));
});

const hasHaven = spawnSync('Rscript', ['-e', 'library(haven)'], { encoding: 'utf8' }).status === 0;

test('R reads the same from the SPSS file, with labels', { skip: hasHaven ? false : 'no R with haven here' }, () => {
	const file = join(folder, 'release.sav');
	writeFileSync(file, sav);
	const script = `library(haven); d <- read_sav("${file}");
		cat(nrow(d), ncol(d), sum(is.na(d$value)), sum(d$value, na.rm = TRUE), sum(is.na(d$invited)), names(d)[1], "\\n");
		cat(names(d)[15], d$group_name[1] == "${cutToBytes(long, 255).trimEnd()}", d$group_name[3], d$group_path[1], "\\n");
		cat(attr(d$status, "labels")[["Holdt tilbage"]], attr(d$value, "label"), attr(d, "label"), "\\n")`;
	writeFileSync(join(folder, 'read.R'), script);
	const ran = spawnSync('Rscript', [join(folder, 'read.R')], {
		encoding: 'utf8',
		env: { ...process.env, LANG: 'C.UTF-8' }
	});
	assert.equal(ran.status, 0, ran.stderr);
	const sum = rows.reduce((total, { value }) => total + (value ?? 0), 0);
	const missing = rows.filter(({ value }) => value === null).length;
	const unknown = rows.filter(({ invited }) => invited === null).length;
	const [first, second, third] = ran.stdout.split('\n').map((line) => line.trim());
	assert.equal(first, `${rows.length} ${researchColumns.length} ${missing} ${sum} ${unknown} group_id`);
	assert.equal(second, 'status TRUE Børneafsnit Å Regionen > Sygehus "Øst"; Nord');
	assert.equal(third, '9 Tallet; tomt, hvor det er holdt tilbage Måling æøå');
});

test('a release of no rows is still a file that can be read', async () => {
	const reader = new SavBufferReader(Buffer.from(writeSav([], { language: 'en', label: '' })));
	await reader.open();
	assert.equal(reader.meta.header.n_cases, 0);
});

test('a text is cut between two letters, never inside one', () => {
	assert.equal(cutToBytes('æøå', 5), 'æø');
	assert.equal(cutToBytes('a😀b', 4), 'a');
	assert.equal(cutToBytes('abc', 255), 'abc');
});

test('CSV quotes what needs it, leaves withheld figures empty, and starts no formula', () => {
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
		writeResearchCsv([{ ...rows[3]!, groupName: '=1+1', path: 'A "B"; C' }])
	);
	assert.equal(text.charCodeAt(0), 0xfeff);
	const [head, line] = text.slice(1).split('\r\n');
	assert.equal(head, researchColumns.map(({ name }) => name).join(';'));
	assert.equal(line, `g3;'=1+1;"A ""B""; C";leaf;;;;3;12;workload;mean;;;;9`);
});
