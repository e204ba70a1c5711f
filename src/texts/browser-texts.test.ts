// What a page with a script takes along to the browser, followed import by import.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { textsFor } from './texts.ts';
import { browserTextsFor } from './browser-texts.ts';

const root = resolve(import.meta.dirname, '../..');

test('the private profile and what surrounds it carry neither every text nor a group’s ranking to the browser', () => {
	const reached = reachedFrom([
		'src/routes/profile/[round]/+page.svelte',
		'src/routes/+layout.svelte',
		'src/routes/+error.svelte'
	]);
	assert.ok(reached.has('src/ui/survey/PrivateProfile.svelte'));
	assert.ok(reached.has('src/domain/recommendation/rank-interventions.ts'));
	for (const file of ['src/texts/texts.ts', 'src/texts/da/index.ts', 'src/domain/recommendation/rank-for-group.ts'])
		assert.equal(reached.get(file), undefined, `${file} is imported by ${reached.get(file)}`);
});

test('the words are the same as on every other page', () => {
	for (const language of ['da', 'en'] as const) {
		const { site, profile, leaderKey } = textsFor(language);
		const carried = browserTextsFor(language);
		assert.deepEqual([carried.site, carried.profile, carried.leaderKey], [site, profile, leaderKey]);
	}
});

/** Files of the project → one that imports each. Imports of types alone disappear and are not followed. */
function reachedFrom(files: readonly string[]): ReadonlyMap<string, string> {
	const reached = new Map(files.map((file) => [file, 'the start']));
	for (const file of reached.keys()) {
		const text = readFileSync(join(root, file), 'utf8');
		for (const [, from = ''] of text.matchAll(/^\s*import (?!type )[^;]*?from '([#.][^']+)'/gm)) {
			const found = from.startsWith('#') ? `src/${from.slice(1)}` : relative(root, resolve(root, dirname(file), from));
			if (existsSync(join(root, found)) && !reached.has(found)) reached.set(found, file);
		}
	}
	return reached;
}
