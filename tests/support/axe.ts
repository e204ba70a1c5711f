// What axe finds on a page, asked in the page itself. axe's builder for Playwright opens another page for each question, loads axe
// there once more and sends everything to and fro, which costs more than the looking: that is for documents inside documents, and
// a page of ours is one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

type Violation = {
	readonly id: string;
	readonly help: string;
	readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
};
type Options = {
	readonly runOnly: { readonly type: 'tag'; readonly values: readonly string[] };
	readonly rules: Readonly<Record<string, { readonly enabled: false }>>;
	/** What else was looked at is counted and not described. */
	readonly resultTypes: readonly ['violations'];
};
type Axe = {
	readonly run: (root: Document, options: Options) => Promise<{ readonly violations: readonly Violation[] }>;
};

const ofBuilder = createRequire(import.meta.resolve('@axe-core/playwright'));
const source = readFileSync(ofBuilder.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One line or more for each element that breaks a rule of WCAG 2.2 AA or of good practice. */
export async function axeFindings(page: Page, withoutRules: readonly string[] = []): Promise<readonly string[]> {
	assert.equal(page.frames().length, 1, `${page.url()} holds other documents, which axe would have to be asked about`);
	if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(source);
	const violations = await page.evaluate(lookWithAxe, {
		runOnly: { type: 'tag', values: tags },
		rules: Object.fromEntries(withoutRules.map((rule) => [rule, { enabled: false }])),
		resultTypes: ['violations']
	} satisfies Options);
	return violations.flatMap(({ id, help, nodes }) =>
		nodes.map(
			(node) => `${id}: ${help}\n  ${node.html.slice(0, 300)}\n  ${node.failureSummary?.replaceAll('\n', '\n  ') ?? ''}`
		)
	);
}

/** Runs in the browser. */
async function lookWithAxe(options: Options): Promise<readonly Violation[]> {
	const { axe } = window as unknown as { readonly axe: Axe };
	return (await axe.run(document, options)).violations.map(({ id, help, nodes }) => ({
		id,
		help,
		nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary }))
	}));
}
