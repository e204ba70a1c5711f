import type { Example } from '../example.ts';
import type StudyReference from './StudyReference.svelte';

export const examples: readonly Example<typeof StudyReference>[] = [
	{
		name: 'verified review',
		props: {
			language: 'da',
			authors: 'Forfatter, Medforfatter og Tredje',
			year: 2010,
			title: 'Et opdigtet studie om støtte, roller og udmattelse hos ledere i sundhedsvæsenet',
			source: 'Tidsskrift for eksempler 24(2), 107–139',
			href: '/studier/forfatter-2010',
			sourceHref: 'https://doi.org/10.0000/eksempel',
			isVerified: true,
			isReview: true,
			note: 'Oversigt over tre årtiers forskning.'
		}
	},
	{ name: 'hardly known', props: { language: 'en', authors: 'Someone et al.', year: null, title: null, source: null, sourceHref: null, isVerified: false } }
];
