import type { Example } from '../example.ts';
import type VisibilityRules from './VisibilityRules.svelte';

export const examples: readonly Example<typeof VisibilityRules>[] = [
	{ name: 'the rules', props: { language: 'da' } },
	{ name: 'of a round with a higher threshold', props: { language: 'en', minimumInvited: 12, threshold: 8 } }
];
