import type { Example } from '../example.ts';
import type DateInput from './DateInput.svelte';

export const examples: readonly Example<typeof DateInput>[] = [
	{
		name: 'the last day',
		props: { language: 'da', name: 'slut', label: 'Sidste svardag', value: '2026-12-04', min: '2026-11-23' }
	},
	{
		name: 'with an error',
		props: {
			language: 'en',
			name: 'due',
			label: 'Due',
			optional: true,
			error: 'The date lies in the past',
			value: '2025-01-01'
		}
	}
];
