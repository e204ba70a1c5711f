import type { StudyDesign } from '#domain/evidence/evidence.ts';

const quoted = (words: readonly string[]) => words.map((word) => `»${word}«`);
const anyOf = (words: readonly string[]) => new Intl.ListFormat('da-DK', { type: 'disjunction' }).format(quoted(words));
const allOf = (words: readonly string[]) => new Intl.ListFormat('da-DK', { type: 'conjunction' }).format(quoted(words));

/** Søgning i biblioteket. */
export const search = {
	title: 'Søg i biblioteket',
	name: 'Søg',
	label: 'Hvad vil du vide noget om?',
	hint: 'For eksempel stress, ledelsesspænd eller et forfatternavn. Både danske og engelske ord.',
	button: 'Søg',
	kindsLabel: 'Vis kun',
	all: 'Alt',
	kinds: {
		factor: { one: 'Forhold', many: 'Forhold' },
		outcome: { one: 'Udfald', many: 'Udfald' },
		intervention: { one: 'Tiltag', many: 'Tiltag' },
		finding: { one: 'Påstand', many: 'Påstande' },
		study: { one: 'Studie', many: 'Studier' }
	},
	filtersTitle: (chosen: number) => (chosen === 0 ? 'Filtre' : `Filtre (${chosen} valgt)`),
	filters: {
		level: { label: 'Niveau', any: 'Alle niveauer' },
		factor: { label: 'Forhold', any: 'Alle forhold' },
		design: { label: 'Slags studie', any: 'Alle slags' },
		country: { label: 'Land', any: 'Alle lande' },
		certainty: { label: 'Sikkerhed', any: 'Uanset sikkerhed' }
	},
	filtersHint: 'Tallet viser, hvor mange resultater der bliver tilbage.',
	apply: 'Brug filtrene',
	remove: 'fjern',
	removeAll: 'Fjern alle filtre',
	results: (total: string, isOne: boolean, question: string) =>
		`${total} ${isOne ? 'resultat' : 'resultater'}${question === '' ? '' : ` for »${question}«`}`,
	resultsOnPage: (first: number, last: number) => `Her er nummer ${first}–${last}.`,
	misspelt: (typed: string, readings: readonly string[]) =>
		`»${typed}« står ingen steder. Vi læste det som ${anyOf(readings)}.`,
	parted: (typed: string, parts: readonly string[]) =>
		`»${typed}« står ingen steder. Vi delte ordet og ledte efter ${allOf(parts)}.`,
	notUnderstood: (words: readonly string[]) =>
		`${allOf(words)} står ingen steder. ${words.length === 1 ? 'Det ord' : 'De ord'} har vi sprunget over.`,
	partial: 'Intet har alle ordene. Her er det, der har flest af dem.',
	noWords: 'Der var ikke noget ord at lede efter: Ord som »og«, »i« og »det« står overalt. Derfor er alt med.',
	hit: {
		untitled: 'Titel ikke kendt',
		foundIn: 'Fundet i:',
		otherWords: 'Andre ord for det:'
	},
	/** Ord, man også kan søge på en slags studie med. De står ikke på siderne. */
	wordsOfDesigns: {
		'meta-analysis': 'meta-analyse, statistisk sammenfatning',
		'systematic-review': 'systematisk review, litteraturgennemgang, scoping review',
		review: 'review, litteraturgennemgang',
		'randomised-trial': 'randomiseret, RCT, lodtrækning',
		longitudinal: 'forløbsundersøgelse, longitudinel, panelundersøgelse, kohorte',
		intervention: 'interventionsstudie, effektmåling',
		'cross-sectional': 'tværsnitsundersøgelse, tværsnit, spørgeskemaundersøgelse, survey',
		mixed: 'mixed methods, blandede metoder',
		qualitative: 'kvalitativ, interviewundersøgelse, fokusgruppe',
		conceptual: 'teoretisk, debat'
	} satisfies Record<Exclude<StudyDesign, 'unknown'>, string>,
	none: {
		title: (question: string) => (question === '' ? 'Intet passer' : `Vi fandt intet om »${question}«`),
		filters: (count: string, isOne: boolean) =>
			isOne ? 'Uden filtre er der 1 resultat' : `Uden filtre er der ${count} resultater`,
		waysTitle: 'Andre veje videre',
		otherWords:
			'Prøv et andet ord for det samme, eller færre ord. Søgningen kender kun de ord, biblioteket selv bruger.',
		map: 'Se billedet af det hele',
		everything: 'Bladr i alt, hvad der er'
	},
	references: {
		title: 'Kilderne bag',
		count: (count: string, isOne: boolean) =>
			isOne ? 'Der står 1 studie bag resultaterne.' : `Der står ${count} studier bag resultaterne.`,
		cut: (most: string) =>
			`Der står flere end ${most} studier bag resultaterne. Filen får de første ${most}. Brug filtrene, hvis du vil have de andre.`
	}
};
