import type { Example } from '../example.ts';
import type Tag from './Tag.svelte';

export const examples: readonly Example<typeof Tag>[] = [
	{ name: 'neutral', props: { label: 'lukket' } },
	{ name: 'strain', props: { label: 'fylder mest', tone: 'strain' } },
	{ name: 'carry', props: { label: 'bærer mest', tone: 'carry' } },
	{ name: 'warning', props: { label: 'ikke efterprøvet', tone: 'warning' } }
];
