import type { Example } from '../example.ts';
import type GroupNotice from './GroupNotice.svelte';

export const examples: readonly Example<typeof GroupNotice>[] = [
	{ name: 'before the script has filled it in', props: { language: 'da' } },
	{ name: 'in English', props: { language: 'en' } }
];
