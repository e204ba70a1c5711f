import type { Example } from '../example.ts';
import type CheckboxGroup from './CheckboxGroup.svelte';

const choices = [
	{ value: 'fjord', label: 'Fjordhospitalet' },
	{ value: 'hede', label: 'Hedehospitalet' },
	{ value: 'psyk', label: 'Psykiatrien', disabled: true, hint: 'Har allerede en åben runde' }
];

export const examples: readonly Example<typeof CheckboxGroup>[] = [
	{
		name: 'two chosen',
		props: { language: 'da', name: 'enheder', label: 'Hvilke enheder er med?', choices, values: ['fjord', 'hede'] }
	},
	{
		name: 'with an error',
		props: {
			language: 'en',
			name: 'units',
			label: 'Which units?',
			choices,
			error: 'Choose at least one unit',
			optional: true
		}
	}
];
