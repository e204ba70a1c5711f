import type { Example } from '../example.ts';
import type FactorList from './FactorList.svelte';

export const examples: readonly Example<typeof FactorList>[] = [
	{
		name: 'two bars',
		props: {
			language: 'da',
			kind: 'carry',
			title: 'Det bærer',
			note: 'højere tal = mere at stå på',
			rows: [
				{ id: 'support', name: 'Støtte og sparring', value: 83, reference: 62, mark: 'most', state: 'shown' },
				{ id: 'coping', name: 'Egne strategier', value: 67, state: 'shown', href: '/faktorer/coping' }
			],
			range: { minimum: 0, maximum: 100 },
			patterns: 'p',
			referenceLabel: 'alle ledere'
		}
	}
];
