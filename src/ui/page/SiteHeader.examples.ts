import { markup } from '../example.ts';
import type { Example } from '../example.ts';
import type SiteHeader from './SiteHeader.svelte';

const languages = [
	{ language: 'da', label: 'Dansk', href: '?sprog=da' },
	{ language: 'en', label: 'English', href: '?sprog=en' }
] as const;

export const examples: readonly Example<typeof SiteHeader>[] = [
	{ name: 'brand only', props: { language: 'da' } },
	{
		name: 'a leader',
		props: {
			language: 'da',
			links: [
				{ label: 'Min profil', href: '/profil', isCurrent: true },
				{ label: 'Viden', href: '/viden' },
				{ label: 'Hvad kan min leder se?', href: '/hvad-kan-ses' }
			],
			languages
		}
	},
	{
		name: 'a programme lead, signed in',
		props: {
			language: 'en',
			links: [
				{ label: 'Overview', href: '/overview' },
				{ label: 'Organisation', href: '/organisation' },
				{ label: 'Rounds', href: '/rounds', isCurrent: true },
				{ label: 'Plans', href: '/plans' },
				{ label: 'Knowledge', href: '/knowledge' }
			],
			languages,
			person: 'Karen Margrethe Østergaard-Christensen',
			account: markup('<form method="post" action="/sign-out"><button>Sign out</button></form>')
		}
	}
];
