import { markup } from '../example.ts';
import type { Example } from '../example.ts';
import type Alert from './Alert.svelte';

export const examples: readonly Example<typeof Alert>[] = [
	{
		name: 'info',
		props: {
			language: 'da',
			children: markup(
				'<p>Runden er åben til og med fredag den 4. december. <a href="/r">Se hvem der er inviteret</a>.</p>'
			)
		}
	},
	{
		name: 'success',
		props: {
			language: 'da',
			kind: 'success',
			isNew: true,
			title: 'Dine svar er sendt',
			children: markup('<p>Din profil er klar.</p>')
		}
	},
	{
		name: 'warning',
		props: {
			language: 'da',
			kind: 'warning',
			title: 'Planen har kun skridt, som den enkelte leder selv skal tage',
			children: markup('<p>Årsagen ligger ofte i organisationen. Overvej mindst ét skridt der.</p>')
		}
	},
	{ name: 'error', props: { language: 'da', kind: 'error', isNew: true, title: 'Filen kunne ikke læses' } }
];
