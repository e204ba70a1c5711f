// The workplace assessment as a committee reads it: the law's elements in their order, the limit of three years, and a table that
// says which way each figure points.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MappedRisk } from '#domain/work-environment/map-risks.ts';
import { apvDocument } from './apv-document.ts';
import type { ApvFacts } from './apv-facts.ts';
import type { WrittenBlock, WrittenDocument } from './written-document.ts';

test('the four elements of the law and the committee’s part are chapters, in the order of the law', () => {
	const chapters = apvDocument(facts(), 'da').blocks.flatMap((block) =>
		block.kind === 'heading' && block.level === 1 ? [block.text] : []
	);
	assert.deepEqual(chapters, [
		'Om denne arbejdspladsvurdering',
		'1 Kortlægning og risikovurdering',
		'2 Inddragelse af sygefravær',
		'3 Skriftlig handlingsplan',
		'4 Retningslinjer for opfølgning',
		'5 Arbejdsmiljøorganisationens medvirken'
	]);
});

test('the front says when the one before was, and whether the limit of three years is kept', () => {
	const previousOf = (previousOn: string | null) =>
		factOf(apvDocument({ ...facts(), previousOn }, 'da'), 'Forrige APV');
	assert.equal(previousOf(null), 'Ledertrivsel kender ingen tidligere APV');
	assert.equal(previousOf('2024-01-15'), '15. januar 2024. Denne APV skal være klar senest 15. januar 2027');
	assert.match(
		previousOf('2023-05-01'),
		/skulle have været klar senest 1\. maj 2026, og fristen på tre år er overskredet/
	);
	assert.equal(factOf(apvDocument(facts(), 'da'), 'Næste APV senest'), '2. november 2029');
});

test('62 may be serious and 63 low: the table says which way each figure points, and what its columns are', () => {
	const { blocks } = apvDocument(facts(), 'da');
	const place = blocks.findIndex((block) => block.kind === 'table');
	const table = blocks[place];
	if (table?.kind !== 'table') return assert.fail('no table');
	assert.deepEqual(
		table.rows.map((row) => [row[0]?.text, row[1]?.text, row[4]?.text]),
		[
			['Arbejdsmængde (højere\u00A0er\u00A0tungere)', '62', 'Alvorligt'],
			['Støtte (højere\u00A0er\u00A0bedre)', '63', 'Lavt']
		]
	);
	const after = blocks[place + 1];
	assert.match(
		after?.kind === 'paragraph' ? after.text : '',
		/Belastede er den del af lederne, hvis eget tal er 62,5 eller mere/
	);
});

test('the day of which the plans are stands before them, and no date, figure or state is divided', () => {
	const { blocks } = apvDocument(facts(), 'da');
	const looked = blocks.findIndex((block) => block.kind === 'paragraph' && block.text.startsWith('Planerne er vist'));
	const steps = blocks.findIndex(
		(block) => block.kind === 'table' && block.columns.some(({ label }) => label === 'Frist')
	);
	assert.ok(looked >= 0 && looked < steps, `${looked} ${steps}`);
	const whole = ['Frist', 'Stand', 'Siden', 'Dato', 'Tal (0–100)', 'Usikkerhed', 'Belastede', 'Vurdering'];
	for (const block of blocks.filter(isTable))
		for (const column of block.columns)
			assert.equal(column.width === undefined, whole.includes(column.label), column.label);
});

test('what nobody wrote is said to be missing, and a draft says on every page that it is one', () => {
	const draft = apvDocument({ ...facts(), final: null }, 'da');
	assert.equal(draft.mark, 'Kladde – ikke afsluttet');
	assert.ok(draft.blocks.some((block) => block.kind === 'paragraph' && block.text === 'Ikke skrevet endnu.'));
	assert.equal(apvDocument(facts(), 'da').mark, undefined);
});

function isTable(block: WrittenBlock): block is Extract<WrittenBlock, { kind: 'table' }> {
	return block.kind === 'table';
}

function factOf(document: WrittenDocument, label: string): string {
	return document.facts.find((fact) => fact.label === label)?.value ?? '';
}

function facts(): ApvFacts {
	const named = (da: string) => ({ da, en: da });
	return {
		title: 'APV 2026',
		organisation: 'Hospitalet',
		leaders: 140,
		editor: 'Ida Holm',
		day: '2026-11-02',
		previousOn: '2024-01-15',
		final: { by: 'Ida Holm', latestOn: '2029-11-02' },
		round: {
			name: 'Efterår',
			instrument: named('Ledertrivsel 1'),
			releasedAt: new Date('2026-10-19T08:00:00Z'),
			responses: 101,
			invited: 140
		},
		risks: [riskOf('workload', 'strain', 62, 'serious'), riskOf('support', 'resource', 63, 'low')],
		factors: [
			{ id: 'workload', name: named('Arbejdsmængde'), description: named('Hvor meget der skal nås.') },
			{ id: 'support', name: named('Støtte'), description: named('Hvem der hjælper.') }
		],
		content: { mapping: {}, absence: {}, 'action-plan': {}, 'follow-up': {} },
		absence: [],
		steps: [
			{
				level: 'organisation',
				description: 'Stop tre indberetninger',
				planTitle: 'Færre opgaver',
				groupName: 'Medicinsk Afdeling',
				owner: 'Afdelingsledelsen',
				dueOn: '2026-12-30',
				state: 'open'
			}
		],
		onlyIndividual: 0,
		proposals: [{ title: 'Færre møder', receiver: 'Ulla Jensen', sentAt: new Date('2026-10-20T08:00:00Z') }],
		log: [],
		remarks: []
	};
}

function riskOf(
	factor: 'workload' | 'support',
	direction: 'strain' | 'resource',
	points: number,
	seriousness: MappedRisk['seriousness']
): MappedRisk {
	return {
		factor,
		points: {
			...{ scale: factor, name: { da: factor, en: factor }, direction, factor, outcome: null, points, bound: null },
			interval: [points - 1, points + 1],
			...{ measuredPoints: points, weightOfGroup: null, parentPoints: null, organisationPoints: points, n: 101 }
		},
		share: 0.5,
		shareBound: null,
		seriousness,
		heavyIn: []
	};
}
