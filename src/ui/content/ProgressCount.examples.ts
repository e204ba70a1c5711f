import type { Example } from '../example.ts';
import type ProgressCount from './ProgressCount.svelte';

export const examples: readonly Example<typeof ProgressCount>[] = [
	{ name: 'a round under way', props: { language: 'da', invited: 1500, collected: 1208, submitted: 1065 } },
	{ name: 'nobody yet', props: { language: 'en', invited: 0, collected: 0, submitted: 0 } },
	{ name: 'only the invited are known', props: { language: 'en', invited: 9 } }
];
