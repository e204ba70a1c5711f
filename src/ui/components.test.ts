// Every component lists its examples beside itself; this renders them all and looks for what no page may show.
import '../../tests/support/svelte-loader.ts';
import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import type { Language } from '#domain/language/localised.ts';
import type { ChartValue } from './charts/bar.ts';
import { valueInWords } from './charts/chart-words.ts';

type Example = { readonly name: string; readonly props: Record<string, unknown> };

const here = import.meta.dirname;
const components = globSync('**/*.svelte', { cwd: here }).sort();

async function examplesOf(component: string): Promise<readonly Example[]> {
	const module: { examples: readonly Example[] } = await import(
		join(here, component.replace(/\.svelte$/, '.examples.ts'))
	);
	return module.examples;
}

async function html(component: string, example: Example): Promise<string> {
	const module: { default: Component<Record<string, unknown>> } = await import(join(here, component));
	return (await render(module.default, { props: example.props })).body.replace(/<!--.*?-->/g, '');
}

function visibleText(markup: string): string {
	return markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

test('every component has examples', () => {
	assert.ok(components.length > 0);
	const without = components.filter(
		(component) => !existsSync(join(here, component.replace(/\.svelte$/, '.examples.ts')))
	);
	assert.deepEqual(without, []);
});

for (const component of components) {
	test(`${component} renders each of its examples without a hole`, async () => {
		const examples = await examplesOf(component);
		assert.ok(examples.length > 0, 'the list of examples is empty');
		for (const example of examples) {
			const body = await html(component, example);
			for (const hole of ['undefined', 'NaN', '[object Object]', 'Infinity', '>null<', '="null"']) {
				assert.ok(!body.includes(hole), `"${example.name}" shows ${hole}:\n${body}`);
			}
		}
	});

	test(`${component} gives no id twice and refers only to ids that exist`, async () => {
		for (const example of await examplesOf(component)) {
			const body = await html(component, example);
			const ids = [...body.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
			assert.equal(new Set(ids).size, ids.length, `"${example.name}" repeats one of ${ids.join(', ')}`);
			const references = [...body.matchAll(/\s(?:for|aria-labelledby|aria-describedby|aria-details)="([^"]+)"/g)];
			for (const id of references.flatMap((match) => match[1]!.split(' '))) {
				assert.ok(ids.includes(id), `"${example.name}" refers to #${id}, which is not there`);
			}
		}
	});

	test(`${component} hides no text behind an icon or an emoji`, async () => {
		for (const example of await examplesOf(component)) {
			assert.doesNotMatch(visibleText(await html(component, example)), /\p{Extended_Pictographic}/u, example.name);
		}
	});
}

type Row = ChartValue & { readonly name: string };

test('the picture says every number a second time, in its table', async () => {
	for (const example of await examplesOf('charts/FactorPicture.svelte')) {
		const {
			language,
			strains,
			carries,
			minimum = 0,
			maximum = 100
		} = example.props as {
			language: Language;
			strains: readonly Row[];
			carries: readonly Row[];
			minimum?: number;
			maximum?: number;
		};
		const table = rowsOf(await html('charts/FactorPicture.svelte', example));
		for (const row of [...strains, ...carries]) {
			const said = table.find((cells) => cells[0] === row.name);
			assert.equal(said?.[1], valueInWords(row, language, { minimum, maximum }), `"${example.name}": ${row.name}`);
		}
	}
});

test('the heat map has a word or a number in every cell, under its own heading', async () => {
	for (const example of await examplesOf('charts/HeatMap.svelte')) {
		const {
			language,
			columns,
			rows,
			minimum = 0,
			maximum = 100
		} = example.props as {
			language: Language;
			columns: readonly { readonly id: string; readonly kind: string }[];
			rows: readonly { readonly name: string; readonly cells: Readonly<Record<string, ChartValue>> }[];
			minimum?: number;
			maximum?: number;
		};
		const order = [
			...columns.filter((column) => column.kind === 'strain'),
			...columns.filter((column) => column.kind === 'carry')
		];
		const table = rowsOf(await html('charts/HeatMap.svelte', example));
		for (const row of rows) {
			const said = table.find((cells) => cells[0]?.startsWith(row.name));
			const expected = order.map((column) =>
				valueInWords(row.cells[column.id] ?? { value: null, state: 'withheld' }, language, { minimum, maximum })
			);
			assert.deepEqual(said?.slice(1), expected, `"${example.name}": ${row.name}`);
		}
	}
});

test('a withheld number is nowhere in the page, not even in a drawing', async () => {
	const secret = { id: 'x', name: 'Krav', value: 73.21, interval: [61.43, 84.87], state: 'withheld' };
	const picture = await html('charts/FactorPicture.svelte', {
		name: 'withheld',
		props: { language: 'da', caption: 'c', valueLabel: 'v', strains: [secret], carries: [] }
	});
	const map = await html('charts/HeatMap.svelte', {
		name: 'withheld',
		props: {
			language: 'da',
			caption: 'c',
			columns: [{ id: 'x', name: 'Krav', kind: 'strain' }],
			rows: [{ id: 'r', name: 'R', cells: { x: secret } }]
		}
	});
	for (const body of [picture, map]) assert.doesNotMatch(body, /73|61|84|85|0\.7/);
});

function rowsOf(markup: string): readonly (readonly string[])[] {
	return [...markup.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map((row) =>
		[...(row[1] ?? '').matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((cell) => visibleText(cell[1] ?? '').trim())
	);
}
