import type { Example } from '../example.ts';
import type RadioGroup from './RadioGroup.svelte';

const choices = [
	{ value: 'all', label: 'Alle ledere' },
	{ value: 'unit', label: 'Lederne i bestemte enheder', hint: 'Du vælger enhederne på næste side' }
];

export const examples: readonly Example<typeof RadioGroup>[] = [
	{
		name: 'nothing chosen',
		props: {
			language: 'da',
			name: 'hvem',
			label: 'Hvem skal spørges?',
			choices,
			hint: 'Du kan ændre det, indtil runden åbner'
		}
	},
	{
		name: 'chosen, with an error',
		props: {
			language: 'da',
			name: 'hvem-2',
			label: 'Hvem skal spørges?',
			choices,
			value: 'unit',
			error: 'Der er ingen ledere i de enheder'
		}
	}
];
