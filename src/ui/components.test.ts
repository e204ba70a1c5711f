// Every component lists its examples beside itself; this renders them all and looks for what no page may show.
import '../../tests/support/svelte-loader.ts';
import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Component } from 'svelte';
import { render } from 'svelte/server';

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
