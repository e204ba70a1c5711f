import type { Example } from '../example.ts';
import type Select from './Select.svelte';

const choices = [
	{ value: 'organisation', label: 'Organisationen' },
	{ value: 'group', label: 'Ledergruppen' },
	{ value: 'individual', label: 'Den enkelte leder', disabled: true }
];

export const examples: readonly Example<typeof Select>[] = [
	{ name: 'nothing chosen', props: { language: 'da', name: 'niveau', label: 'Hvem har mandatet?', choices } },
	{
		name: 'chosen, with an error',
		props: {
			language: 'en',
			name: 'level',
			label: 'Who has the mandate?',
			choices,
			value: 'group',
			error: 'The group cannot decide this'
		}
	}
];
