import type { Example } from '../example.ts';
import type EffectLine from './EffectLine.svelte';

const range = { minimum: 0, maximum: 100 };

export const examples: readonly Example<typeof EffectLine>[] = [
	{ name: 'a figure with its uncertainty', props: { row: { value: 52, interval: [40, 64] }, range } },
	{ name: 'before', props: { row: { value: 68, interval: null }, range, isOpen: true } },
	{ name: 'with what was to be expected', props: { row: { value: 52, interval: null, expected: 61 }, range } },
	{
		name: 'around nothing',
		props: { row: { value: 4, interval: [-3, 11] }, range: { minimum: -15, maximum: 15 }, zero: 0 }
	},
	{ name: 'no figure', props: { row: { value: null, interval: null }, range } },
	{ name: 'beyond the scale', props: { row: { value: 98, interval: [80, 116] }, range } }
];
