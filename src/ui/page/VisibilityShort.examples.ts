import type { Example } from '../example.ts';
import type VisibilityShort from './VisibilityShort.svelte';

export const examples: readonly Example<typeof VisibilityShort>[] = [
	{ name: 'of any round', props: { language: 'da' } },
	{ name: 'of a round with a higher threshold', props: { language: 'en', threshold: 8 } }
];
