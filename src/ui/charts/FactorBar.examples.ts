import type { Example } from '../example.ts';
import type FactorBar from './FactorBar.svelte';

const range = { minimum: 0, maximum: 100 };

export const examples: readonly Example<typeof FactorBar>[] = [
	{
		name: 'strain',
		props: { kind: 'strain', row: { value: 75, reference: 52, state: 'shown' }, range, patterns: 'p' }
	},
	{
		name: 'carry with interval',
		props: {
			kind: 'carry',
			row: { value: 41, reference: 55, interval: [30, 52], state: 'shown' },
			range,
			patterns: 'p'
		}
	},
	{
		name: 'an estimate with the measured mean beside it',
		props: {
			kind: 'strain',
			row: { value: 58, measured: 66, reference: 55, interval: [49, 67], state: 'shown' },
			range,
			patterns: 'p'
		}
	},
	{
		name: 'at least',
		props: { kind: 'carry', row: { value: 88, bound: 'at-least', state: 'shown' }, range, patterns: 'p' }
	},
	{ name: 'withheld', props: { kind: 'strain', row: { value: null, state: 'withheld' }, range, patterns: 'p' } },
	{ name: 'not answered', props: { kind: 'strain', row: { value: null, state: 'shown' }, range, patterns: 'p' } },
	{
		name: 'another scale, at its end',
		props: {
			kind: 'carry',
			row: { value: 5, reference: 1, state: 'shown' },
			range: { minimum: 1, maximum: 5 },
			patterns: 'p'
		}
	}
];
