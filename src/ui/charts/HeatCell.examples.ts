import type { Example } from '../example.ts';
import type HeatCell from './HeatCell.svelte';

const range = { minimum: 0, maximum: 100 };

export const examples: readonly Example<typeof HeatCell>[] = [
	{
		name: 'strain',
		props: { language: 'da', kind: 'strain', cell: { value: 81, state: 'shown' }, range, isFirst: true }
	},
	{
		name: 'a limit',
		props: { language: 'da', kind: 'carry', cell: { value: 12, bound: 'at-most', state: 'shown' }, range }
	},
	{
		name: 'withheld',
		props: { language: 'en', kind: 'carry', cell: { value: null, state: 'withheld' }, range, isTotal: true }
	},
	{ name: 'not answered', props: { language: 'en', kind: 'strain', cell: { value: null, state: 'shown' }, range } }
];
