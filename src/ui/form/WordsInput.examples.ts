import type { Example } from '../example.ts';
import type WordsInput from './WordsInput.svelte';

export const examples: readonly Example<typeof WordsInput>[] = [
	{
		name: 'nothing typed yet',
		props: { language: 'da', name: 'ord', label: 'De 24 ord i rækkefølge', hint: 'Mellemrum imellem' }
	},
	{
		name: 'a word is misspelt',
		props: {
			language: 'en',
			name: 'words',
			label: 'Your 24 words',
			value: 'exhibit dust bsae',
			error: 'The words do not fit together.'
		}
	}
];
