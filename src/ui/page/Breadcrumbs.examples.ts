import type { Example } from '../example.ts';
import type Breadcrumbs from './Breadcrumbs.svelte';

export const examples: readonly Example<typeof Breadcrumbs>[] = [
	{
		name: 'down to a ward',
		props: {
			language: 'da',
			items: [
				{ label: 'Region Midtfjord', href: '/' },
				{ label: 'Fjordhospitalet', href: '/f' },
				{ label: 'Medicinsk Afdeling', href: '/f/m' },
				{ label: 'Sengeafsnit 3' }
			]
		}
	}
];
