import type { Example } from '../example.ts';
import type VisibilityRules from './VisibilityRules.svelte';

export const examples: readonly Example<typeof VisibilityRules>[] = [
	{ name: 'the rules', props: { language: 'da' } },
	{ name: 'of a round with a higher threshold', props: { language: 'en', minimumInvited: 12, threshold: 8 } },
	{ name: 'of a round whose key lies in a file', props: { language: 'da', keyCustody: 'file' } },
	{ name: 'of a round whose key is split', props: { language: 'en', keyCustody: 'split', hasMailServer: false } }
];
