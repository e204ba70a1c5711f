import type { Example } from '../example.ts';
import type SkipLink from './SkipLink.svelte';

export const examples: readonly Example<typeof SkipLink>[] = [
	{ name: 'Danish', props: { language: 'da' } },
	{ name: 'English, another target', props: { language: 'en', target: '#questions' } }
];
