import type { Example } from '../example.ts';
import type WhoCanSee from './WhoCanSee.svelte';

export const examples: readonly Example<typeof WhoCanSee>[] = [
	{ name: 'one', props: { language: 'da', text: 'Ligger kun i din egen browser' } },
	{
		name: 'a group, explained',
		props: {
			language: 'da',
			audience: 'group',
			text: 'Lederne i Medicinsk Afdeling og Akutafdelingen samt deres fælles leder kan åbne denne side',
			explainHref: '/hvad-kan-ses'
		}
	},
	{ name: 'public', props: { language: 'en', audience: 'public', text: 'Everyone can open this page' } }
];
