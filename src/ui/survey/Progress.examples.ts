import type { Example } from '../example.ts';
import type Progress from './Progress.svelte';

export const examples: readonly Example<typeof Progress>[] = [
	{
		name: 'third of twelve',
		props: { language: 'da', current: 3, total: 12, label: 'Rollekonflikter og modstridende krav' }
	},
	{ name: 'without a name', props: { language: 'en', current: 12, total: 12 } }
];
