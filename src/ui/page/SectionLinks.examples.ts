import type { Example } from '../example.ts';
import type SectionLinks from './SectionLinks.svelte';

export const examples: readonly Example<typeof SectionLinks>[] = [
	{
		name: 'the second is open',
		props: {
			label: 'Planer',
			links: [
				{ label: 'Planer', href: '/plans' },
				{ label: 'Forslag', href: '/proposals', isCurrent: true },
				{ label: 'Virker det?', href: '/effects' }
			]
		}
	}
];
