import test from 'node:test';
import assert from 'node:assert/strict';
import type { ImportProblem, ProblemCode } from './import-problem.ts';
import type { Organisation } from './organisation.ts';
import { parseOrganisation, type ParseOptions } from './parse-organisation.ts';
import { readRows } from './read-rows.ts';

function parse(text: string, options: ParseOptions = {}) {
	return parseOrganisation(readRows(text.split('\n').map((line) => line.split(';'))), options);
}

function outline({ units, leaders }: Organisation): string[] {
	const name = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? '-';
	const leader = (id: string | null) => leaders.find((one) => one.id === id)?.name ?? '-';
	return [
		...units.map((unit) => `${unit.name} < ${name(unit.parentId)}`),
		...leaders.map((one) => `${one.name} @ ${name(one.unitId)} < ${leader(one.managerId)}`)
	];
}

function told(problems: readonly ImportProblem[]): string[] {
	return problems.map((problem) => `${problem.line} ${problem.code}`);
}

function code(codes: ProblemCode, ...lines: number[]): string[] {
	return lines.map((line) => `${line} ${codes}`);
}

test('one file holds rows of units and rows of leaders; managers are derived from the tree', () => {
	const { organisation, problems, notices } = parse(
		[
			'Enhedskode;Enhed;Overordnet enhed;Leder;E-mail',
			'1;Region;;;',
			'10;Sygehus;1;Ane;ane@r.example',
			'100;Kirurgi;10;;',
			'1000;Afsnit A;100;Bo;bo@r.example',
			'1000;Afsnit A;100;Ib;ib@r.example',
			'1001;Natteam;1000;Eva;eva@r.example'
		].join('\n')
	);
	assert.deepEqual(problems, []);
	assert.deepEqual(outline(organisation), [
		'Region < -',
		'Sygehus < Region',
		'Kirurgi < Sygehus',
		'Afsnit A < Kirurgi',
		'Natteam < Afsnit A',
		'Ane @ Sygehus < -',
		'Bo @ Afsnit A < Ane',
		'Ib @ Afsnit A < Ane',
		'Eva @ Natteam < Ane'
	]);
	assert.deepEqual(
		notices.map((notice) => [notice.code, notice.detail]),
		[['managers-derived', { leaders: 3 }]]
	);
});

test('a manager is met by e-mail, by employee number, by name and by name turned round', () => {
	const { organisation, problems } = parse(
		[
			'Navn;Medarbejdernr;E-mail;Enhed;Nærmeste leder',
			'Ane Lund;7;ane@r.example;A;',
			'Bo;8;bo@r.example;A;ANE@r.example',
			'Ib;9;ib@r.example;A;8',
			'Eva;10;eva@r.example;A;ib',
			'Per;11;per@r.example;A;Lund, Ane'
		].join('\n')
	);
	assert.deepEqual(problems, []);
	assert.deepEqual(outline(organisation).slice(1), [
		'Ane Lund @ A < -',
		'Bo @ A < Ane Lund',
		'Ib @ A < Bo',
		'Eva @ A < Ib',
		'Per @ A < Ane Lund'
	]);
});

test('a path column makes the units above, and a path without the unit is completed by its name', () => {
	const { organisation, problems } = parse(
		['Sti;Enhed;Leder', 'Region > Sygehus > Kirurgi;Kirurgi;Ane', 'Region>Sygehus;Medicin;Bo', 'Region;;Ib'].join('\n')
	);
	assert.deepEqual(problems, []);
	assert.deepEqual(outline(organisation), [
		'Region < -',
		'Sygehus < Region',
		'Kirurgi < Sygehus',
		'Medicin < Sygehus',
		'Ane @ Kirurgi < Ib',
		'Bo @ Medicin < Ib',
		'Ib @ Region < -'
	]);
});

test('units of one name under different parents are different units', () => {
	const { organisation, problems } = parse(
		['Enhed;Overordnet enhed;Leder', 'Nord;;', 'Syd;;', 'Sengeafsnit;Nord;Ane', 'Sengeafsnit;Syd;Bo'].join('\n')
	);
	assert.deepEqual(problems, []);
	assert.deepEqual(outline(organisation), [
		'Nord < -',
		'Syd < -',
		'Sengeafsnit < Nord',
		'Sengeafsnit < Syd',
		'Ane @ Sengeafsnit < -',
		'Bo @ Sengeafsnit < -'
	]);
	assert.equal(new Set(organisation.units.map((unit) => unit.id)).size, 4);
});

test('a unit mentioned now by the code and now by the name of its parent is one unit', () => {
	const { organisation, problems } = parse(
		['Enhedskode;Enhed;Overordnet enhed;Leder', '1;Nord;;', ';Afsnit;1;Ane', ';Afsnit;Nord;Bo'].join('\n')
	);
	assert.deepEqual(problems, []);
	assert.deepEqual(outline(organisation), ['Nord < -', 'Afsnit < Nord', 'Ane @ Afsnit < -', 'Bo @ Afsnit < -']);
});

test('first and last name make the name, and HTML is text like any other', () => {
	const { organisation, problems } = parse('Fornavn;Efternavn;Enhed\n<b>Ane</b>;Lund;<script>x</script>');
	assert.deepEqual(problems, []);
	assert.deepEqual(outline(organisation), ['<script>x</script> < -', '<b>Ane</b> Lund @ <script>x</script> < -']);
});

test('a parent without a row of its own is made where most have none, and refused where most have one', () => {
	const flat = parse('Enhed;Hospital\nAfsnit 1;Rigshospitalet\nAfsnit 2;Rigshospitalet\nAfsnit 3;Bispebjerg');
	assert.deepEqual(flat.problems, []);
	assert.deepEqual(
		flat.notices.map((notice) => notice.detail),
		[
			{ name: 'Rigshospitalet', lines: 2 },
			{ name: 'Bispebjerg', lines: 1 }
		]
	);
	const listed = 'Enhed;Overordnet enhed\nRegion;\nKirurgi;Region\nAfsnit 1;Kirugi';
	assert.deepEqual(told(parse(listed).problems), code('parent-unknown', 4));
	assert.deepEqual(parse(listed, { unlistedParents: 'create' }).problems, []);
	assert.deepEqual(
		told(parse('Enhed;Overordnet enhed\nA;X', { unlistedParents: 'refuse' }).problems),
		code('parent-unknown', 2)
	);
});

test('with SHAK codes asked for, a row without a listed parent lies under the unit its code begins with', () => {
	const text = 'Enhed;Shak\nRigshospitalet;1301\nNeurologi;130112\nAfsnit 1;1301121\nAfsnit 2;1309001\nUden;';
	const { organisation, problems } = parse(text, { parentsFromShak: true });
	assert.deepEqual(problems, []);
	assert.deepEqual(outline(organisation), [
		'1309 < -',
		'Rigshospitalet < -',
		'Neurologi < Rigshospitalet',
		'Afsnit 1 < Neurologi',
		'Afsnit 2 < 1309',
		'Uden < -'
	]);
	assert.ok(parse(text).organisation.units.every((unit) => unit.parentId === null));
});

test('a span is read with Danish and English thousands and with decimals that are nothing', () => {
	const spans = ['12', '12,0', '1.200', '1,200', '10000', '0', '+3', ''];
	const { organisation, problems } = parse(
		['Leder;Enhed;Ledelsesspænd', ...spans.map((span, i) => `L${i};A;${span}`)].join('\n')
	);
	assert.deepEqual(problems, []);
	assert.deepEqual(
		organisation.leaders.map((leader) => leader.span),
		[12, 12, 1200, 1200, 10000, 0, 3, null]
	);
});

const cell = 'x'.repeat(501);
const planted: Readonly<
	Record<Exclude<ProblemCode, 'too-many-rows' | 'email-taken'>, readonly (readonly [string, ...number[]])[]>
> = {
	'no-rows': [['', 1]],
	'heading-missing': [
		['Farve;Størrelse\nrød;12', 1],
		['Navn;E-mail\nAne;a@r.example', 1],
		['E-mail;Enhed\na@r.example;A', 1],
		['Enhedskode\n1', 1]
	],
	'heading-repeated': [['Enhed;Afdeling;Leder\nA;B;Ane', 1]],
	'row-too-long': [['Enhed;Leder\nA;Ane\nB;Bo;ekstra', 3]],
	'field-too-long': [[`Enhed;Leder\n${cell};Ane`, 2]],
	'control-character': [['Enhed;Leder\nA\u0007;Ane\nB;B\u202Eo\nC;Bj\ufffdrn', 2, 3, 4]],
	'unit-missing': [
		['Enhed;Leder\n;Ane\nB;Bo', 2],
		['Enhed;Overordnet enhed\nA;\n;A', 3]
	],
	'unit-name-missing': [['Enhedskode;Enhed\n1;A\n2;', 3]],
	'unit-unknown': [['Enhedskode;Enhed;Leder\n1;A;\n2;;Ane', 3]],
	'unit-ambiguous': [['Enhed;Overordnet enhed;Leder\nN;;\nS;;\nA;N;\nA;S;\nA;;Ane', 6]],
	'unit-path-broken': [['Sti;Leder\nA > > B;Ane', 2]],
	'unit-code-conflict': [
		['Enhedskode;Enhed;Overordnet enhed\n1;A;\n2;B;1\n2;C;1', 3, 4],
		['Enhedskode;Enhed;Overordnet enhed\n1;A;\n2;B;\n3;C;1\n3;C;2', 4, 5]
	],
	'parent-unknown': [
		['Enhedskode;Enhed;Overordnet enhed\n1;A;\n2;B;99', 3],
		['Enhedskode;Enhed;Overordnet enhedskode\n1;A;\n2;B;Kirurgi', 3],
		['Enhed;Overordnet enhed\nA;\nB;A\nC;Kirurgi', 4]
	],
	'parent-ambiguous': [['Enhed;Overordnet enhed\nN;\nS;\nA;N\nA;S\nB;A', 6]],
	'unit-cycle': [
		['Enhedskode;Enhed;Overordnet enhed\n1;A;3\n2;B;1\n3;C;2\n4;D;3', 2, 3, 4],
		['Enhed;Overordnet enhed\nA;\nB;B', 3]
	],
	'leader-name-missing': [
		['Leder;E-mail;Enhed\n;a@r.example;A', 2],
		['Leder;Faggruppe;Enhed\n;læge;A', 2]
	],
	'email-invalid': [['Leder;E-mail;Enhed\nAne;ane;A\nBo;bo@r;A\nIb;i b@r.example;A\nEva;e@@r.example;A', 2, 3, 4, 5]],
	'email-repeated': [
		['Leder;E-mail;Enhed\nAne;a@r.example;A\nBo;A@R.example;B', 2, 3],
		['Leder;Nr.;Medarbejdernr;E-mail;Enhed\nAne;1;7;a@r.example;A\nBo;2;8;a@r.example;B', 2, 3],
		[
			'Leder;Medarbejdernr;E-mail;Enhed;Nærmeste leder\nAne;7;a@r.example;A;\nBo;8;a@r.example;B;\nIb;9;;B;a@r.example',
			2,
			3
		]
	],
	'employee-number-repeated': [['Leder;Medarbejdernr;Enhed\nAne;7;A\nBo;8;A\nAne;7;B', 2, 4]],
	'employee-number-civil': [['Leder;Medarbejdernr;Enhed\nAne;010203-1234;A', 2]],
	'leader-repeated': [['Leder;Enhed\nAne;A\nane;A', 3]],
	'span-not-a-number': [['Leder;Enhed;Ledelsesspænd\nAne;A;mange\nBo;A;1e3\nIb;A;12 ca.', 2, 3, 4]],
	'span-negative': [['Leder;Enhed;Ledelsesspænd\nAne;A;-1\nBo;A;−4', 2, 3]],
	'span-decimals': [['Leder;Enhed;Ledelsesspænd\nAne;A;12,5\nBo;A;1.25', 2, 3]],
	'span-too-large': [['Leder;Enhed;Ledelsesspænd\nAne;A;10001\nBo;A;99999999999999999999', 2, 3]],
	'manager-unknown': [['Leder;Enhed;Nærmeste leder\nAne;A;\nBo;A;Ukendt\nIb;A;x@r.example', 3, 4]],
	'manager-ambiguous': [['Leder;Enhed;Nærmeste leder\nAne;A;\nAne;B;\nBo;A;Ane', 4]],
	'manager-self': [['Leder;Enhed;Nærmeste leder\nAne;A;ane', 2]],
	'manager-cycle': [['Leder;Enhed;Nærmeste leder\nAne;A;Ib\nBo;A;Ane\nIb;A;Bo\nEva;A;Ib', 2, 3, 4]]
};

for (const [problem, cases] of Object.entries(planted)) {
	test(`planted: ${problem} is told with its lines, and nothing else is`, () => {
		for (const [text, ...lines] of cases) {
			assert.deepEqual(
				told(parse(text).problems),
				lines.map((line) => `${line} ${problem}`),
				text.slice(0, 200)
			);
		}
	});
}

test('planted: row 200,001 is told, and the rows before it are read', () => {
	const rows = [['Enhed'], ...Array.from({ length: 200_001 }, (_, index) => [`E${index}`])];
	const { organisation, problems } = parseOrganisation(readRows(rows));
	assert.deepEqual(problems, [{ line: 200_002, column: null, code: 'too-many-rows', detail: { limit: 200_000 } }]);
	assert.equal(organisation.units.length, 200_000);
});

test('planted: an e-mail of a leader who stays outside the file is told', () => {
	const current = parse('Leder;Medarbejdernr;E-mail;Enhed\nAne;7;a@r.example;A').organisation;
	const { problems } = parse('Leder;Medarbejdernr;E-mail;Enhed\nBo;8;a@r.example;A', { current });
	assert.deepEqual(told(problems), ['2 email-taken']);
	const complete = parse('Leder;Medarbejdernr;E-mail;Enhed\nBo;8;a@r.example;A', { current, mode: 'complete' });
	assert.deepEqual(complete.problems, []);
});

test('what is needed and what was found are told together', () => {
	const [problem] = parse('Farve;E-mail\nrød;x@r.example').problems;
	assert.deepEqual(problem?.detail, {
		needed: [
			['unit-name', 'unit-code', 'unit-path'],
			['leader-name', 'first-name']
		],
		found: ['Farve', 'E-mail']
	});
});

test('all faults of a file are told at once, ordered by line', () => {
	const { problems } = parse('Leder;E-mail;Enhed;Ledelsesspænd\nAne;ane;A;-3\n;b@r.example;;x\nBo;bo@r.example;A;4');
	assert.deepEqual(told(problems), [
		'2 email-invalid',
		'2 span-negative',
		'3 leader-name-missing',
		'3 span-not-a-number',
		'3 unit-missing'
	]);
});

test('a list of leaders finds its units in the organisation as it is, and tells those that are not there', () => {
	const current = parse('Enhedskode;Enhed;Overordnet enhed;Leder\n1;Sygehus;;Ane\n2;Kirurgi;1;').organisation;
	const list = 'Leder;E-mail;Enhed\nBo;bo@r.example;Kirurgi\nIb;ib@r.example;Kirugi';
	const { organisation, problems } = parse(list, { current });
	assert.deepEqual(told(problems), ['3 unit-unknown']);
	assert.deepEqual(outline(organisation).slice(2), ['Bo @ Kirurgi < Ane', 'Ane @ Sygehus < -']);
	assert.deepEqual(parse('Leder;Enhedskode\nBo;2', { current, mode: 'complete' }).problems, []);
});

test('a part of the organisation may hang under a unit and a manager outside the file, but not close a circle there', () => {
	const current = parse(
		'Enhedskode;Enhed;Overordnet enhed;Leder;E-mail\n1;Region;;Ane;a@r.example\n2;Sygehus;1;;'
	).organisation;
	const part = 'Enhedskode;Enhed;Overordnet enhed;Leder;Nærmeste leder\n3;Kirurgi;2;Bo;a@r.example';
	const { organisation, problems } = parse(part, { current });
	assert.deepEqual(problems, []);
	assert.deepEqual(
		outline(organisation).toSorted(),
		['Region < -', 'Sygehus < Region', 'Kirurgi < Sygehus', 'Ane @ Region < -', 'Bo @ Kirurgi < Ane'].toSorted()
	);
	const circle = parse('Enhedskode;Enhed;Overordnet enhed\n1;Region;3\n3;Kirurgi;2', { current });
	assert.deepEqual(told(circle.problems), ['2 unit-cycle', '3 unit-cycle']);
	assert.deepEqual(told(parse(part, { current, mode: 'complete' }).problems), [
		'2 parent-unknown',
		'2 manager-unknown'
	]);
});

test('of very many rows that are meant by one name, each problem tells the first lines only', () => {
	const rows = Array.from({ length: 3000 }, (_, i) => i);
	const texts = [
		['Enhed;Navn;E-mail;Nærmeste leder', ...rows.map((i) => `Afsnit;Jens;j${i}@r.example;Jens`)],
		['Enhed;Navn;E-mail', ...rows.map((i) => `Afsnit ${i};Jens ${i};jens@r.example`)],
		['Enhed;Navn;Medarbejdernummer', ...rows.map((i) => `Afsnit ${i};Jens ${i};7`)],
		['Enhedskode;Enhed;Navn', ...rows.map((i) => `1;Afsnit ${i};Jens ${i}`)],
		['Enhedskode;Enhed;Overordnet enhed', ...rows.map((i) => `${i};Afsnit;Afsnit`)],
		['Enhed;Overordnet enhed', ...rows.map((i) => `Afsnit ${i};Afsnit ${(i + 1) % 3000}`)]
	];
	for (const text of texts) {
		const { problems } = parse(text.join('\n'));
		assert.ok(problems.length > 0, text[0]);
		for (const { code, detail } of problems) {
			assert.ok('lines' in detail ? detail.lines.length <= 20 : true, `${text[0]}: ${code}`);
			assert.ok('names' in detail ? detail.names.length <= 20 : true, `${text[0]}: ${code}`);
		}
	}
});
