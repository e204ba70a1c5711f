// Shows the leader whom the answers are added up with, from the manifest that was checked, wherever the page has a place for
// it; and leads to who sees that group, not to an example.
import { fingerprintOf } from '#domain/ballot/code.ts';
import type { Place } from '#ui/ballot/manifest-check.ts';
import { findElement } from './find-element.ts';

/** `isTyped`: the code was typed, so that nothing names the manifest but the letter in the leader's hand. */
export function showGroup(main: ParentNode, { group, manifestHash }: Place, isTyped: boolean): void {
	const parts = {
		name: group.name,
		path: group.path.filter((unit) => unit !== group.name).join(' › '),
		units: group.units.join(', '),
		fingerprint: fingerprintOf(manifestHash)
	};
	for (const link of main.querySelectorAll<HTMLAnchorElement>('a[href*="/visibility"]'))
		link.setAttribute('href', hrefForGroup(link.getAttribute('href') ?? '', group.id));
	for (const notice of main.querySelectorAll<HTMLElement>('[data-group]')) {
		for (const [part, text] of Object.entries(parts)) findElement(notice, `[data-part="${part}"]`).textContent = text;
		const invited = findElement(notice, '[data-part="invited"]');
		invited.textContent = (invited.dataset.template ?? '').replace('#', String(group.invited));
		findElement(notice, '[data-compare]').hidden = !isTyped;
		notice.hidden = false;
	}
}

/** The address of a page of this site, asked about one group. */
export function hrefForGroup(href: string, groupId: string): string {
	const { pathname, searchParams, hash } = new URL(href, 'https://this.site');
	searchParams.set('group', groupId);
	return `${pathname}?${searchParams.toString()}${hash}`;
}
