import type { Example } from '../example.ts';
import type CompareProfiles from './CompareProfiles.svelte';

export const examples: readonly Example<typeof CompareProfiles>[] = [
	{
		name: 'before it is asked for',
		props: { language: 'da', roundId: 'r', answers: {}, nameOf: (scale: string) => scale, unlock: async () => null }
	}
];
