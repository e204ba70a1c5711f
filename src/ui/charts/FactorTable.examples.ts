import type { Example } from '../example.ts';
import type FactorTable from './FactorTable.svelte';

export const examples: readonly Example<typeof FactorTable>[] = [
	{
		name: 'one group without reference',
		props: {
			language: 'en',
			caption: 'What strains, autumn 2026',
			range: { minimum: 0, maximum: 100 },
			groups: [
				{
					kind: 'strain',
					title: 'What strains',
					rows: [{ id: 'a', name: 'Emotional demands', value: 50, state: 'shown' }]
				}
			]
		}
	}
];
