import type { Example } from '../example.ts';
import type SmallGroups from './SmallGroups.svelte';

const load = {
	id: 'load',
	name: 'Arbejdsmængde og ledelsesspænd',
	icc1: 0.12,
	icc2: 0.74,
	rwgj: 0.72,
	difference: 'tells',
	agreement: 'strong'
} as const;
const support = {
	id: 'support',
	name: 'Støtte og sparring',
	icc1: 0.02,
	icc2: 0.21,
	rwgj: 0.44,
	difference: 'hardly-tells',
	agreement: 'weak'
} as const;
const unknown = { icc1: null, icc2: null, rwgj: null, difference: 'unknown', agreement: 'unknown' } as const;

export const examples: readonly Example<typeof SmallGroups>[] = [
	{
		name: 'a group, drawn towards its department',
		props: {
			language: 'da',
			wholeName: 'Medicinsk Afdeling',
			rows: [
				{ ...load, weight: 0.49, wholeMean: '61' },
				{ ...support, weight: null, wholeMean: null }
			]
		}
	},
	{
		name: 'a whole round',
		props: {
			language: 'en',
			rows: [
				{ ...load, weight: null, wholeMean: null },
				{ ...support, weight: null, wholeMean: null, difference: 'hints' }
			]
		}
	},
	{
		name: 'a round in which all scales are alike',
		props: { language: 'da', rows: [{ ...load, weight: null, wholeMean: null }] }
	},
	{
		name: 'a small round',
		props: {
			language: 'da',
			rows: [{ id: 'load', name: 'Arbejdsmængde', ...unknown, weight: null, wholeMean: null }]
		}
	}
];
