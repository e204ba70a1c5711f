import type { Example } from '../example.ts';
import type ProfileChanges from './ProfileChanges.svelte';

const nameOf = (scale: string) => ({ workload: 'Arbejdsmængde', support: 'Støtte', stress: 'Stress' })[scale] ?? '';

export const examples: readonly Example<typeof ProfileChanges>[] = [
	{
		name: 'one better, one unchanged, one of which nothing can be said',
		props: {
			language: 'da',
			earlierRound: 'Forår 2026',
			nameOf,
			scales: [
				{ scale: 'workload', direction: 'strain', before: 75, after: 25, change: 'better' },
				{ scale: 'support', direction: 'resource', before: 50, after: 55, change: 'unchanged' },
				{ scale: 'stress', direction: 'strain', before: null, after: 40, change: null }
			]
		}
	}
];
