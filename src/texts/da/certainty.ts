import type { CertaintyReason } from '#domain/evidence/certainty.ts';
import type { Certainty } from '#domain/evidence/evidence.ts';

/** Hvor sikker viden der står bag en påstand eller et tiltag, og hvorfor. */
export const certaintyWords = {
	heading: 'Hvor sikkert er det?',
	explanation:
		'Sikkerheden følger en fast regel: hvordan studierne er lavet, hvor mange uafhængige der er, og hvem de handler om. Reglen er vores egen. Den ligner GRADE, som forskere bruger, men er det ikke.',
	levels: {
		high: {
			name: 'høj sikkerhed',
			meaning: 'Flere uafhængige studier, også over tid, peger samme vej; ny forskning vil næppe ændre billedet.'
		},
		moderate: {
			name: 'moderat sikkerhed',
			meaning: 'Der er god støtte i forskningen, men ny forskning kan ændre noget af billedet.'
		},
		low: {
			name: 'lav sikkerhed',
			meaning: 'Noget tyder på det, men ny forskning kan sagtens ændre billedet.'
		},
		'very-low': {
			name: 'meget lav sikkerhed',
			meaning: 'Det kan være rigtigt, men der er meget lidt eller ingen forskning, der viser det.'
		}
	} satisfies Record<Certainty, { name: string; meaning: string }>,
	reasons: {
		'meta-analysis-among-studies': 'En af kilderne regner mange undersøgelser sammen.',
		'review-among-studies': 'Mindst én af kilderne samler op på flere undersøgelser.',
		'trial-among-studies': 'Det er afprøvet i et forsøg, hvor deltagerne blev fordelt ved lodtrækning.',
		'followed-over-time': 'Mindst én undersøgelse har fulgt ledere over tid.',
		'no-control-group': 'Det er målt før og efter, så vidt vi ved uden en gruppe at sammenligne med.',
		'only-cross-sectional': 'Alle svar er fra ét tidspunkt, så vi kan ikke se, hvad der kommer først.',
		'only-interviews':
			'Det bygger på interview eller fortællinger og viser, hvordan det opleves, ikke hvor udbredt det er.',
		'only-single-time': 'Ingen af kilderne har fulgt ledere over tid.',
		'only-argument': 'Det bygger på fagfolks vurdering, ikke på nye målinger.',
		'several-independent-works': 'Mindst tre uafhængige studier handler om det.',
		'shared-authors': 'Nogle af kilderne har forfattere til fælles og er derfor ikke helt uafhængige.',
		'reviews-may-share-studies':
			'Forskningsoversigterne kan bygge på nogle af de samme undersøgelser og tæller derfor som én stemme.',
		'single-study': 'Det hviler på en enkelt undersøgelse.',
		'single-small-study': 'Det hviler på en enkelt lille undersøgelse.',
		'review-calls-evidence-thin': 'Forskerne bag kalder selv grundlaget tyndt.',
		'suggested-not-tested': 'Det er foreslået, men ikke afprøvet.',
		'not-health-care': 'Det er ikke undersøgt særskilt i sundhedsvæsenet.',
		'not-leaders': 'Det er ikke undersøgt blandt ledere.',
		'not-nordic': 'Ingen af kilderne er nordiske.',
		'only-older-works': 'Alle kilder er fra før 2010.',
		'no-source-shows-it': 'Ingen af de kilder, vi har kunnet slå efter, viser det.',
		'record-not-verified': 'Mindst én af kilderne har vi endnu ikke kunnet slå efter; den tæller ikke med.',
		'study-shows-less': 'Mindst ét af de nævnte studier viser det ikke, så vidt vi har set; det tæller ikke med.',
		'studies-disagree': 'Kilderne er ikke enige.',
		'effect-measured': 'Virkningen af tiltaget er målt.',
		'effect-measured-weakly':
			'Virkningen er målt, men så usikkert, at vi i stedet bygger på, hvorfor tiltaget burde virke.',
		'effect-not-measured':
			'Virkningen af tiltaget er ikke målt; det retter sig mod noget, der ser ud til at betyde noget.'
	} satisfies Record<CertaintyReason, string>
};
