import type { Example } from '../example.ts';
import type EffectPicture from './EffectPicture.svelte';

export const examples: readonly Example<typeof EffectPicture>[] = [
	{
		name: 'before and after',
		props: {
			language: 'da',
			title: 'Arbejdsmængde, før og efter',
			description: 'Skalaen går fra 0 til 100. Lavere er bedre.',
			range: { minimum: 0, maximum: 100 },
			openRows: ['before'],
			columns: { name: 'Hvad', value: 'Tal' },
			rows: [
				{ id: 'before', name: 'Før', value: 68, interval: null, text: '68' },
				{ id: 'after', name: 'Efter', value: 52, interval: [40, 64], text: '52' }
			]
		}
	},
	{
		name: 'factors around nothing, with verdicts',
		props: {
			language: 'en',
			title: 'Difference from what was expected',
			description: 'To the right of the middle is better.',
			range: { minimum: -15, maximum: 15 },
			zero: 0,
			ends: ['worse', 'better'],
			columns: { name: 'Condition', value: 'Difference' },
			rows: [
				{
					id: 'workload',
					name: 'Workload',
					note: 'what plans aim at',
					value: 11,
					interval: [5, 14],
					text: '11 points better',
					verdict: 'improved'
				},
				{ id: 'coping', name: 'Coping', value: -2, interval: [-9, 5], text: 'unchanged', verdict: 'cannot-tell' }
			]
		}
	}
];
