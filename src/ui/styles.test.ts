// What no eye notices in review: contrast that falls below AA, a colour beside the tokens, a side that is left or right.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const here = import.meta.dirname;
const tokens = readFileSync(join(here, 'tokens.css'), 'utf8');
const dark = tokens.indexOf('@media (prefers-color-scheme: dark)');
const print = tokens.indexOf('@media print');

function coloursOf(css: string): Readonly<Record<string, string>> {
	return Object.fromEntries([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1], match[2]]));
}

const light = coloursOf(tokens.slice(0, dark));
const themes = {
	light,
	dark: { ...light, ...coloursOf(tokens.slice(dark, print)) },
	print: { ...light, ...coloursOf(tokens.slice(print)) }
};

function luminance(colour: string): number {
	const [red, green, blue] = [1, 3, 5].map((at) => {
		const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
	return (high + 0.05) / (low + 0.05);
}

const shades = [0, 1, 2, 3, 4].flatMap((step) => [`strain-shade-${step}`, `carry-shade-${step}`]);
const texts: readonly (readonly [string, readonly string[]])[] = [
	['ink', ['paper', 'card', 'sunken', 'warning-soft', 'info-soft', 'success-soft', 'error-soft', ...shades]],
	['ink-muted', ['paper', 'card', 'sunken']],
	['link', ['paper', 'card', 'info-soft', 'success-soft', 'warning-soft']],
	['link-hover', ['paper', 'card']],
	['on-action', ['action', 'action-hover']],
	['on-strain-soft', ['strain-soft']],
	['on-carry-soft', ['carry-soft']],
	['warning', ['warning-soft']],
	['error', ['paper', 'card', 'error-soft']]
];
const signs: readonly (readonly [string, readonly string[]])[] = [
	['strain', ['track', 'card', 'paper']],
	['strain', ['strain-stripe']],
	['carry', ['track', 'card', 'paper']],
	['ink', ['track', 'paper']],
	['line-strong', ['card', 'paper']],
	['focus', ['paper', 'card', 'sunken']],
	['withheld', ['paper']],
	['info', ['info-soft']],
	['success', ['success-soft']]
];

for (const [theme, colours] of Object.entries(themes)) {
	for (const [pairs, least] of [
		[texts, 4.5],
		[signs, 3]
	] as const) {
		test(`${theme}: ${pairs === texts ? 'text' : 'signs and edges'} have a contrast of ${least} or more`, () => {
			const poor: string[] = [];
			for (const [front, backs] of pairs) {
				for (const back of backs) {
					const found = contrast(colours[front] ?? '', colours[back] ?? '');
					if (!(found >= least)) poor.push(`${front} on ${back}: ${found.toFixed(2)}`);
				}
			}
			assert.deepEqual(poor, []);
		});
	}
}

const bans: readonly (readonly [RegExp, string])[] = [
	[/#[0-9a-f]{3,8}\b(?=[\s;,)])|\b(?:rgb|hsl|oklch)a?\(/i, 'a colour that is not a token'],
	[/!important/, '!important'],
	[
		/(?:^|[\s;{])(?:margin|padding|border)-(?:left|right|top|bottom)|(?:^|[\s;{])(?:left|right|top|bottom|width|height|(?:min|max)-(?:width|height)):/m,
		'a side or size that does not follow the writing direction'
	],
	[/text-align:\s*(?:left|right)/, 'text-align that does not follow the writing direction']
];

function styleOf(file: string): string {
	const text = readFileSync(join(here, file), 'utf8');
	const style = file.endsWith('.css') ? text : (/<style>(.*)<\/style>/s.exec(text)?.[1] ?? '');
	return style.replace(/@media[^{]*/g, '@media ').replace(/\/\*.*?\*\//gs, '');
}

for (const file of [...globSync('**/*.svelte', { cwd: here }), 'base.css'].sort()) {
	test(`${file} takes its colours from the tokens and its sides from the writing direction`, () => {
		const style = styleOf(file);
		for (const [banned, what] of bans) assert.doesNotMatch(style, banned, what);
	});

	test(`${file} uses only tokens that exist`, () => {
		const style = styleOf(file);
		const own = new Set([...style.matchAll(/(--[\w-]+):/g)].map((match) => match[1]));
		const used = [...style.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]);
		const unknown = used.filter((name) => !own.has(name) && name !== '--share' && !tokens.includes(`${name}:`));
		assert.deepEqual(unknown, []);
	});
}
