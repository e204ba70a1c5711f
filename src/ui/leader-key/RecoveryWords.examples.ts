import type { Example } from '../example.ts';
import type RecoveryWords from './RecoveryWords.svelte';

const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ');

export const examples: readonly Example<typeof RecoveryWords>[] = [
	{ name: 'twelve words', props: { language: 'da', words } },
	{ name: 'in English, under the page’s heading', props: { language: 'en', words, headingLevel: 2 } }
];
