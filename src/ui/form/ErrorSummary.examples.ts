import type { Example } from '../example.ts';
import type ErrorSummary from './ErrorSummary.svelte';

export const examples: readonly Example<typeof ErrorSummary>[] = [
	{
		name: 'one error',
		props: { language: 'da', id: 'one', errors: [{ fieldId: 'mail', message: 'Skriv en mailadresse' }] }
	},
	{
		name: 'several, one of them about the whole form',
		props: {
			language: 'da',
			id: 'several',
			errors: [
				{ fieldId: 'titel', message: 'Giv runden et navn' },
				{ fieldId: 'slut', message: 'Slutdatoen ligger før startdatoen' },
				{ message: 'Ingen ledere er valgt' }
			]
		}
	},
	{ name: 'no errors, nothing shown', props: { language: 'en', errors: [] } }
];
