import type { Example } from '../example.ts';
import type SiteFooter from './SiteFooter.svelte';

export const examples: readonly Example<typeof SiteFooter>[] = [
	{
		name: 'links and a note',
		props: {
			language: 'da',
			links: [
				{ label: 'Hvad kan min leder se?', href: '/hvad-kan-ses' },
				{ label: 'Metoder', href: '/metoder' },
				{ label: 'Tilgængelighed', href: '/tilgaengelighed' }
			],
			note: 'Ledertrivsel 0.1.0 · EUPL-1.2'
		}
	}
];
