import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import assert from 'node:assert/strict';
import { applyChanges } from '#domain/organisation/apply-changes.ts';
import { compareOrganisations, type OrganisationChange } from '#domain/organisation/compare-organisations.ts';
import { emptyOrganisation, type Organisation } from '#domain/organisation/organisation.ts';
import { parseOrganisation, type ParseOptions } from '#domain/organisation/parse-organisation.ts';
import { fields } from '#domain/organisation/heading-names.ts';
import { readRows, recogniseHeadings } from '#domain/organisation/read-rows.ts';
import { organisationImport as danish } from '#texts/da/organisation-import.ts';
import { organisationImport as english } from '#texts/en/organisation-import.ts';
import { readTable } from './read-table.ts';

const root = new URL('../../../', import.meta.url);
const sor = new URL('../shared/data/sor/sor_fragment.csv', root);
const withoutSor = existsSync(sor) ? false : 'the shared SOR fragment (../shared/data/sor) is not here';

async function parseFile(file: URL, options: ParseOptions = {}) {
	const reading = await readTable(await readFile(file), file.pathname);
	if (reading.kind !== 'table') assert.fail(`not a table: ${reading.code}`);
	return parseOrganisation(readRows(reading.rows, reading), options);
}

async function importFile(file: URL, current: Organisation, options: ParseOptions = {}) {
	const mode = options.mode ?? 'complete';
	const parsed = await parseFile(file, { ...options, current, mode });
	assert.deepEqual(parsed.problems, []);
	const changes = compareOrganisations(current, parsed.organisation, { mode, covers: parsed.covers });
	return { ...parsed, changes, organisation: applyChanges(current, changes).organisation };
}

function names(...organisations: readonly Organisation[]) {
	const units = new Map(organisations.flatMap(({ units }) => units.map((unit) => [unit.id, unit.name])));
	const leaders = new Map(organisations.flatMap(({ leaders }) => leaders.map((leader) => [leader.id, leader.name])));
	return { unit: (id: string) => units.get(id) ?? '?', leader: (id: string) => leaders.get(id) ?? '?' };
}

const fixture = (name: string) => new URL(`tests/fixtures/organisation/${name}`, root);

test('a Danish export becomes an organisation, and next year’s file a reorganisation told in both languages', async () => {
	const first = await importFile(fixture('region-windows-1252.csv'), emptyOrganisation);
	assert.equal(first.organisation.units.length, 7);
	assert.equal(first.organisation.leaders.length, 6);
	assert.equal(first.organisation.units.at(-1)?.name, 'Ambulatoriet; øre, næse og hals');
	const second = await importFile(fixture('region-reorganised-utf-16.csv'), first.organisation);
	const named = names(first.organisation, second.organisation);
	assert.deepEqual(
		second.changes.map((change) => danish.change(change, named)),
		[
			'Ny enhed: »Akutafdelingen« under »Ærøskøbing Universitetshospital«.',
			'Enheden »Ærøskøbing Sygehus« kommer til at hedde »Ærøskøbing Universitetshospital«.',
			'Enheden »Ambulatoriet; øre, næse og hals« flytter fra »Medicinsk Afdeling« til »Kirurgisk Afdeling«.',
			'Jørn Friis skifter nærmeste leder fra Ulla Bæk til Bjørn Ågård.',
			'Ole Kjær flytter fra »Sengeafsnit 2« til »Akutafdelingen«.',
			'Ole Kjær skifter nærmeste leder fra Bjørn Ågård til Åse Østergård.',
			'Ole Kjær: lederniveau ændres fra »Afsnitsledelse« til »Afdelingsledelse«.',
			'Ole Kjær: ledelsesspænd ændres fra »29« til »44«.',
			'Ulla Bæk er ikke længere leder i »Medicinsk Afdeling«.',
			'Enheden »Medicinsk Afdeling« lukkes.',
			'Enheden »Sengeafsnit 2« lukkes.'
		]
	);
	const kinds = new Set<OrganisationChange['kind']>(second.changes.map((change) => change.kind));
	assert.equal(kinds.size, 8);
	for (const change of second.changes) assert.match(english.change(change, named), /^\p{Lu}.*\.$/u);
	assert.deepEqual((await importFile(fixture('region-reorganised-utf-16.csv'), second.organisation)).changes, []);
});

test('each planted fault of a file is told with its line, in a Danish and an English sentence', async () => {
	const { problems, organisation } = await parseFile(fixture('faulty.csv'));
	assert.deepEqual(problems.map(danish.problem), [
		'Linje 3: E-mailen »bo@r.example« står ved mere end én leder (linje 3 og 8).',
		'Linje 4: Ledelsesspændet »-4« er mindre end nul.',
		'Linje 5: Enheden »99« findes ikke som overordnet enhed.',
		'Linje 6: Enhederne »Afsnit C« og »Afsnit D« er overordnet hinanden i ring (linje 6 og 7).',
		'Linje 7: Enhederne »Afsnit C« og »Afsnit D« er overordnet hinanden i ring (linje 6 og 7).',
		'Linje 8: E-mailen »bo@r.example« står ved mere end én leder (linje 3 og 8).',
		'Linje 9: »tove.r.example« er ikke en e-mailadresse.',
		'Linje 10: Lederens navn mangler.',
		'Linje 11: Ledelsesspændet »20000« er for stort. Det kan højst være 10.000.',
		'Linje 11: Nærmeste leder »ukendt@r.example« findes ikke blandt lederne.'
	]);
	assert.equal(english.problem(problems[2] ?? assert.fail()), 'Line 5: There is no unit “99” to be the parent.');
	const last = organisation.units.find((unit) => unit.code === '11');
	assert.equal(last?.name, '<b>Afsnit</b> <script>alert(1)</script>');
	assert.equal(organisation.leaders.at(-1)?.name, 'O\'Neill & "Sønner"');
});

test('a PDF with another name is told to be one', async () => {
	const reading = await readTable(await readFile(fixture('really-a-pdf.csv')), 'organisation.csv');
	assert.deepEqual(reading, { kind: 'not-a-table', code: 'pdf' });
	assert.match(danish.unreadable('pdf'), /PDF/);
	assert.equal(danish.unreadable('broken-quotes', 3), 'Linje 3: Et anførselstegn bliver åbnet, men aldrig lukket.');
});

test('the headings in the documentation are understood as it says, and every column is described', async () => {
	const page = await readFile(new URL('docs/organisation-import.md', root), 'utf8');
	const described = [...page.matchAll(/^\| `([\w-]+)` \|.*\| ([^|]*) \| ([^|]*) \|$/gm)];
	assert.deepEqual(
		described.map(([, field]) => field),
		[...fields]
	);
	for (const [, field, ...languages] of described) {
		for (const [, heading = ''] of languages.join().matchAll(/`([^`]+)`/g)) {
			const alone = recogniseHeadings([heading]);
			assert.deepEqual(
				alone.map((column) => column.field),
				[field],
				heading
			);
		}
	}
	const example = /```\n([^`]+)```/.exec(page)?.[1] ?? '';
	const rows = example
		.trimEnd()
		.split('\n')
		.map((line) => line.split(';'));
	assert.deepEqual(parseOrganisation(readRows(rows)).problems, []);
});

test('the example for users is without fault and leaves nothing to guess', async () => {
	const { organisation, notices } = await importFile(new URL('examples/organisation.csv', root), emptyOrganisation);
	assert.deepEqual(notices, []);
	assert.equal(organisation.units.length, 12);
	assert.equal(organisation.leaders.length, 13);
	assert.deepEqual(
		organisation.leaders.filter((leader) => leader.managerId === null).map((leader) => leader.name),
		['Karin Østergaard']
	);
});

test(
	'real Danish hospital units: codes and names as they are, hospitals made from their names',
	{ skip: withoutSor },
	async () => {
		const { organisation, problems, notices } = await parseFile(sor);
		assert.deepEqual(problems, []);
		const coded = organisation.units.filter((unit) => unit.code !== null);
		const made = notices.filter((notice) => notice.code === 'unit-created');
		assert.equal(coded.length, 217);
		assert.equal(organisation.units.length, 217 + made.length);
		const unitOf = (name: string) => organisation.units.find((unit) => unit.name === name);
		assert.equal(unitOf('Hukommelsesklinikken, N7')?.parentId, unitOf('Rigshospitalet')?.id);
		assert.notEqual(unitOf('Rigshospitalet')?.code, null, 'Rigshospitalet has a row of its own');
		assert.equal(unitOf('OUH Neurologisk Afsnit N')?.parentId, unitOf('Odense Universitetshospital')?.id);
		assert.equal(unitOf('Odense Universitetshospital')?.code, null);
	}
);

test(
	'real Danish hospital units: with SHAK codes asked for, a hospital is made for each prefix',
	{ skip: withoutSor },
	async () => {
		const { organisation, problems } = await parseFile(sor, { parentsFromShak: true });
		assert.deepEqual(problems, []);
		const lillebælt = organisation.units.filter((unit) => unit.name === 'Sygehus Lillebælt');
		assert.deepEqual(lillebælt.map((unit) => unit.code).sort(), ['6007', '6008']);
		const odense = organisation.units.find((unit) => unit.code === '4202');
		assert.equal(odense?.name, 'Odense Universitetshospital');
		assert.equal(organisation.units.filter((unit) => unit.parentId === odense?.id).length, 3);
	}
);

test(
	'real Danish hospital units: a second import changes nothing, in either mode, with SHAK or without',
	{ skip: withoutSor },
	async () => {
		for (const parentsFromShak of [false, true]) {
			const { organisation } = await importFile(sor, emptyOrganisation, { parentsFromShak });
			for (const mode of ['complete', 'additions'] as const) {
				assert.deepEqual((await importFile(sor, organisation, { mode, parentsFromShak })).changes, []);
			}
		}
	}
);
