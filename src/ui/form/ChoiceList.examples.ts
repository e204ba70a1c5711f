import type { Example } from '../example.ts';
import type ChoiceList from './ChoiceList.svelte';

export const examples: readonly Example<typeof ChoiceList>[] = [
	{
		name: 'two radios',
		props: {
			kind: 'radio',
			name: 'a',
			id: 'a',
			choices: [
				{ value: '1', label: 'Ja' },
				{ value: '2', label: 'Nej', hint: 'Du kan ændre det senere' }
			],
			selected: ['2']
		}
	}
];
