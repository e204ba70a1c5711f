import type { Example } from '../example.ts';
import type FileInput from './FileInput.svelte';

export const examples: readonly Example<typeof FileInput>[] = [
	{
		name: 'the organisation',
		props: {
			language: 'da',
			name: 'fil',
			label: 'Fil med enheder og ledere',
			hint: 'CSV eller Excel, højst 10 MB',
			accept: '.csv,.xlsx'
		}
	},
	{
		name: 'with an error',
		props: { language: 'en', name: 'file', label: 'File', error: 'This is a PDF. Choose a CSV or Excel file' }
	}
];
