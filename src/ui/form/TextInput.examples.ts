import type { Example } from '../example.ts';
import type TextInput from './TextInput.svelte';

export const examples: readonly Example<typeof TextInput>[] = [
	{
		name: 'mail with an error',
		props: {
			language: 'da',
			name: 'mail',
			label: 'Mailadresse',
			type: 'email',
			autocomplete: 'email',
			hint: 'Vi sender et link, som du logger ind med',
			error: 'Skriv en mailadresse, for eksempel navn@region.dk',
			value: 'navn@'
		}
	},
	{
		name: 'a short number',
		props: {
			language: 'da',
			name: 'antal',
			label: 'Antal medarbejdere',
			type: 'number',
			min: 0,
			width: 'short',
			value: '34',
			optional: true
		}
	},
	{
		name: 'several lines',
		props: {
			language: 'en',
			name: 'steps',
			label: 'What will you do?',
			rows: 4,
			width: 'full',
			value: 'Weekly meeting <b>with</b> the "head"'
		}
	}
];
