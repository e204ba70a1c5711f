import type { Example } from '../example.ts';
import type ChartKey from './ChartKey.svelte';

export const examples: readonly Example<typeof ChartKey>[] = [
	{
		name: 'all signs',
		props: {
			title: 'Sådan læses billedet',
			patterns: 'p',
			entries: [
				{ signs: ['strain', 'carry'], text: 'dig' },
				{ signs: ['tick'], text: 'alle ledere' },
				{ signs: ['whisker'], text: 'så langt kan tallet svinge tilfældigt' },
				{ signs: ['dot'], text: 'det målte gennemsnit' },
				{ signs: ['open'], text: 'kun en grænse' },
				{ signs: ['withheld'], text: 'vises ikke' }
			]
		}
	}
];
