// A real browser: the one installed here, else the one that a package holds. A journey without a browser fails and says why.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
	chromium,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	type Locator,
	type Page
} from 'playwright-core';
import { projectRoot } from '#server/project-root.ts';
import { axeFindings } from './axe.ts';

export type People = {
	/** 390 pixels wide, touch. */
	readonly newPhone: (options?: BrowserContextOptions) => Promise<BrowserContext>;
	/** 1280 pixels wide. */
	readonly newDesktop: (options?: BrowserContextOptions) => Promise<BrowserContext>;
};

const howToInstall = 'install one with `apt-get install chromium`, or set CHROMIUM_PATH to a Chrome or Chromium';

/** One browser a test; each person in it has cookies and storage of their own. */
export async function openBrowser(test: { readonly after: (work: () => Promise<void>) => void }): Promise<People> {
	const browser = await launch();
	test.after(() => browser.close());
	const open = async (options: BrowserContextOptions) => {
		const context = await browser.newContext({ locale: 'da-DK', timezoneId: 'Europe/Copenhagen', ...options });
		context.setDefaultTimeout(45_000);
		context.on('page', watch);
		return context;
	};
	return {
		newPhone: (options) =>
			open({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, ...options }),
		newDesktop: (options) => open({ viewport: { width: 1280, height: 900 }, ...options })
	};
}

async function launch(): Promise<Browser> {
	const isRoot = process.getuid?.() === 0;
	const installed = [
		process.env.CHROMIUM_PATH,
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome'
	].find((path) => path !== undefined && path !== '' && existsSync(path));
	try {
		if (installed !== undefined) {
			return await chromium.launch({ executablePath: installed, args: isRoot ? ['--no-sandbox'] : [] });
		}
		const packed = await import('@sparticuz/chromium');
		return await chromium.launch({ executablePath: await packed.default.executablePath(), args: packed.default.args });
	} catch (error) {
		const reason =
			error instanceof Error
				? (error.message.match(/error while loading shared libraries: [^\n]+/)?.[0] ?? error.message)
				: '';
		throw new Error(
			`No browser could be started for the journeys: ${howToInstall}. (${installed ?? 'the packed Chromium'}: ${reason})`
		);
	}
}

const complaints = new WeakMap<Page, string[]>();

/** What a page says to nobody but the console: broken scripts, refused styles, missing files. */
function watch(page: Page): void {
	const own: string[] = [];
	complaints.set(page, own);
	page.on('pageerror', (error) => own.push(`script: ${error.message}`));
	page.on('console', (message) => {
		// A refused request is part of some journeys; what the server answers is asserted there.
		if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) own.push(message.text());
	});
}

const widths = [390, 1280] as const;

/**
 * What every page keeps, on a phone and on a desk: axe finds nothing, nothing sticks out sideways, there is one main heading and
 * a title, the language is said, the console is silent.
 */
export async function checkPage(
	page: Page,
	{ language = 'da', isStep = false }: { readonly language?: 'da' | 'en'; readonly isStep?: boolean } = {}
): Promise<void> {
	const before = page.viewportSize();
	for (const width of widths) {
		await page.setViewportSize({ width, height: 844 });
		const where = `${new URL(page.url()).pathname} at ${width} pixels`;
		// A step of the questionnaire has a heading of level 2: level 1 is the questionnaire's, on its first step.
		const found = await axeFindings(page, isStep ? ['page-has-heading-one'] : []);
		assert.equal(found.length, 0, `axe on ${where}:\n${found.join('\n')}`);
		assert.deepEqual(await page.evaluate(stickingOut), [], `sticks out sideways on ${where}`);
	}
	if (before !== null) await page.setViewportSize(before);
	assert.equal(await page.locator('html').getAttribute('lang'), language, `language of ${page.url()}`);
	assert.match(await page.title(), /Ledertrivsel/);
	assert.deepEqual(complaints.get(page) ?? [], [], `the console of ${page.url()}`);
}

/** Elements that make the page itself wider than the window. Runs in the browser. */
function stickingOut(): string[] {
	const { scrollWidth, clientWidth } = document.documentElement;
	if (scrollWidth <= clientWidth) return [];
	return [...document.querySelectorAll('main *')]
		.filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
		.slice(0, 5)
		.map((element) => element.outerHTML.slice(0, 120))
		.concat(`the page is ${scrollWidth} pixels wide, the window ${clientWidth}`);
}

/** Presses Tab until the element has the focus, and requires that it can be seen to have it. */
export async function tabTo(
	page: Page,
	target: Locator,
	{ most = 80 }: { readonly most?: number } = {}
): Promise<void> {
	for (let presses = 0; presses <= most; presses++) {
		if (await target.evaluate((element) => element === document.activeElement)) {
			assert.ok(
				await target.evaluate(isFocusSeen),
				`the focus cannot be seen on ${await target.evaluate((element) => element.outerHTML.slice(0, 200))}`
			);
			return;
		}
		await page.keyboard.press('Tab');
	}
	assert.fail(`${most} presses of Tab do not lead to ${target} on ${page.url()}`);
}

/** Runs in the browser: an outline or a shadow on the element, or on the label drawn in its place. */
function isFocusSeen(element: Element): boolean {
	return [element, element.nextElementSibling, element.parentElement].some((candidate) => {
		if (candidate === null) return false;
		const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate);
		return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
	});
}

/** For the README, where asked for with PICTURES=1. */
export async function takePicture(page: Page | Locator, name: string): Promise<void> {
	if (process.env.PICTURES !== '1') return;
	const folder = join(projectRoot, 'docs/pictures');
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', scale: 'css' });
}
