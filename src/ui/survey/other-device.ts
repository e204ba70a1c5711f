// "Continue on another device": a picture for its camera and a link, made here, with everything in the part of the address
// that no server sees.
import { findElement } from './find-element.ts';

export type OtherDevice = {
	/** What is shown no longer holds all that was answered. */
	readonly forget: () => void;
};

/** `makeFragment`: what stands behind # in the link, or null where it cannot be made now; the page then says why. */
export function otherDevice(main: HTMLElement, makeFragment: () => Promise<string | null>): OtherDevice {
	const section = findElement(main, '[data-other-device]');
	const made = findElement(section, '[data-made]');
	const picture = findElement(section, '[data-picture]');
	const notes = {
		ready: findElement(section, '[data-ready]'),
		copied: findElement(section, '[data-copied]'),
		notCopied: findElement(section, '[data-not-copied]')
	};
	const field = section.querySelector('textarea');
	findElement(section, '[data-make]').addEventListener('click', () => void make());
	findElement(section, '[data-copy]').addEventListener('click', () => void copy());

	async function make(): Promise<void> {
		say(null);
		const fragment = await makeFragment();
		if (fragment === null || field === null) return;
		field.value = `${location.origin}${location.pathname}#${fragment}`;
		picture.replaceChildren(await drawCode(field.value, picture.dataset.label ?? ''));
		made.hidden = false;
		picture.focus();
		say('ready');
	}

	async function copy(): Promise<void> {
		say(null);
		field?.select();
		try {
			await navigator.clipboard.writeText(field?.value ?? '');
			say('copied');
		} catch {
			// Refused, or without https there is no clipboard at all.
			say('notCopied');
		}
	}

	function say(note: keyof typeof notes | null): void {
		for (const [name, element] of Object.entries(notes)) element.hidden = name !== note;
	}

	return {
		forget: () => {
			made.hidden = true;
			say(null);
			picture.replaceChildren();
			if (field) field.value = '';
		}
	};
}

/** One path: a row of a dark square for each dark module. */
async function drawCode(text: string, label: string): Promise<SVGElement> {
	const { encode } = await import('uqr');
	const { data, size } = encode(text, { ecc: 'L', border: 4 });
	const rows = data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	const attributes = {
		viewBox: `0 0 ${size} ${size}`,
		role: 'img',
		'aria-label': label,
		'shape-rendering': 'crispEdges'
	};
	for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
	const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
	path.setAttribute('d', rows);
	svg.append(path);
	return svg;
}
