import type { Example } from '../example.ts';
import type DefinitionList from './DefinitionList.svelte';

export const examples: readonly Example<typeof DefinitionList>[] = [
	{
		name: 'a round',
		props: {
			items: [
				{ term: 'Spørgeskema', description: 'Ledertrivsel 1', href: '/skema' },
				{ term: 'Åben', description: '23. november til 4. december 2026' },
				{ term: 'Inviteret', description: '1.500 ledere i 212 ledergrupper' }
			]
		}
	}
];
