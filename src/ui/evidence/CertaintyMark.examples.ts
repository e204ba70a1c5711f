import type { Example } from '../example.ts';
import type CertaintyMark from './CertaintyMark.svelte';

export const examples: readonly Example<typeof CertaintyMark>[] = [
	{ name: 'high', props: { language: 'da', certainty: 'high' } },
	{ name: 'moderate', props: { language: 'da', certainty: 'moderate' } },
	{ name: 'low', props: { language: 'da', certainty: 'low' } },
	{ name: 'very low', props: { language: 'en', certainty: 'very-low' } }
];
