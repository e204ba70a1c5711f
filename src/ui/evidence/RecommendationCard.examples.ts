import { markup } from '../example.ts';
import type { Example } from '../example.ts';
import type RecommendationCard from './RecommendationCard.svelte';

export const examples: readonly Example<typeof RecommendationCard>[] = [
	{
		name: 'organisation first',
		props: {
			language: 'da',
			level: 'organisation',
			levelNote: 'kræver mandat',
			name: 'Afstem forventninger ned gennem ledelseskæden',
			href: '/tiltag/forventninger',
			reason: 'Fordi rolleklarhed er 41 her, og fire studier knytter uklare roller til udmattelse hos ledere.',
			certainty: 'moderate',
			studies: 4,
			reviews: 2,
			studiesHref: '/tiltag/forventninger#studier',
			whyHref: '/tiltag/forventninger/hvorfor'
		}
	},
	{
		name: 'thin evidence, with a button',
		props: {
			language: 'da',
			level: 'group',
			name: 'Fast kollegial sparring om dilemmaer',
			reason: 'Fordi ledere her står alene med modstridende krav.',
			certainty: 'very-low',
			studies: 1,
			studiesHref: '/tiltag/sparring',
			caution: 'Der er kun ét studie bag, og det er ikke fra sundhedsvæsenet.',
			children: markup('<p><a href="/plan/ny">Sæt i planen</a></p>')
		}
	},
	{
		name: 'no studies at all',
		props: { language: 'en', level: 'individual', name: 'Keep a log of interruptions', reason: 'Because the workload is high.', certainty: 'low', studies: 0, studiesHref: '/x' }
	}
];
