import type { Example } from '../example.ts';
import type VerdictTag from './VerdictTag.svelte';

export const examples: readonly Example<typeof VerdictTag>[] = [
	{ name: 'better', props: { language: 'da', verdict: 'improved' } },
	{ name: 'no clear change', props: { language: 'da', verdict: 'no-clear-change' } },
	{ name: 'worse', props: { language: 'en', verdict: 'worse' } },
	{ name: 'cannot tell', props: { language: 'en', verdict: 'cannot-tell' } }
];
