import type { Level } from '#domain/evidence/evidence.ts';
import type { Difference } from '#domain/recommendation/explain-place.ts';
import type { FitAnswer, FitDimension } from '#domain/recommendation/fit.ts';
import type { LevelState } from '#domain/recommendation/rank-for-group.ts';

const counts = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`);

const inSentence: Record<FitDimension, string> = {
	intervention: 'tiltaget',
	organisation: 'organisationen',
	participants: 'deltagerne',
	facilitator: 'gennemførelsen',
	context: 'rammerne'
};

const levelInSentence: Record<Level, string> = {
	organisation: 'organisationen',
	group: 'ledergruppen',
	leadership: 'leder og nærmeste leder',
	individual: 'den enkelte leder'
};

/** Passer forslagene hos jer: spørgsmålene, hvad svarene flytter, og hvorfor et forslag står, hvor det står. */
export const fit = {
	title: 'Passer det hos jer?',
	titleFor: (group: string) => `Passer det hos jer? ${group}`,
	lead: 'Tal og forskning kan pege på et forslag. Om det passer hos jer, ved I bedst. Svar på det, I kan. Det, I springer over, tæller hverken for eller imod.',
	newerRound: (round: string) =>
		`Gruppen er målt igen siden, i »${round}«. Svar derfra: det er gruppen af i dag, svarene gælder for.`,
	leadRead: 'Her står, hvad der er svaret på, om forslagene passer, og hvad svarene har flyttet.',
	whoCanSee:
		'Lederne over gruppen, programledere, arbejdsmiljøudvalget og den, der leder jeres dialog, ser svarene med navn',
	dimension: {
		intervention: 'Tiltaget',
		organisation: 'Organisationen',
		participants: 'Deltagerne',
		facilitator: 'Gennemførelsen',
		context: 'Rammerne'
	} satisfies Record<FitDimension, string>,
	dimensionInSentence: inSentence,
	answer: { yes: 'Ja', partly: 'Delvist', no: 'Nej', 'do-not-know': 'Ved ikke' } satisfies Record<FitAnswer, string>,
	asAll: (answer: string) => `Som for alle grupper: ${answer.toLowerCase()}`,
	answeredBy: (name: string, day: string) => `${name} svarede ${day}.`,
	answeredForAll: (name: string, day: string) => `${name} svarede for alle grupper ${day}.`,
	notAnswered: 'Ikke besvaret',
	alreadyDone: 'Det gør vi allerede',
	inPlan: (title: string) => `Det står i planen »${title}«.`,
	forAll: 'Lad svarene om organisationen og rammerne gælde alle grupper',
	forAllHint: 'Hver gruppe kan stadig svare noget andet for sig selv.',
	save: 'Gem, og se, hvad det flytter',
	saveAndNext: 'Gem, og gå til de næste',
	saveAndPrevious: 'Gem, og gå til de forrige',
	saved: (count: number) =>
		count === 0 ? 'Der var ikke noget nyt at gemme.' : `${counts(count, 'Ét svar', 'svar')} er gemt.`,
	keptOfOthers: (count: number) =>
		count === 1
			? 'Ét spørgsmål nåede en anden at svare på imens. Det svar står, som det er. Ret det, hvis I er uenige.'
			: `${count} spørgsmål nåede andre at svare på imens. De svar står, som de er. Ret dem, hvis I er uenige.`,
	problems: {
		'unknown-question': 'Et af spørgsmålene findes ikke længere. Åbn siden igen, og svar på ny.',
		'unknown-answer': 'Et af svarene kan vi ikke læse. Vælg igen.',
		'newer-round': 'Gruppen er målt igen siden. Svar fra gruppens nyeste resultat.'
	},
	part: (part: number, parts: number) => `Side ${part} af ${parts}`,
	next: 'De næste forslag',
	previous: 'De forrige forslag',
	allSuggestions: 'Svar også for de andre forslag',
	nothingToAsk: 'Der er ingen forslag at spørge om, fordi målingen ikke viser noget, som tiltagene retter sig mod.',
	back: 'Tilbage til resultatet',
	moved: {
		title: 'Det har flyttet sig',
		lead: 'Før: den plads, som tal og forskning giver alene. Nu: med jeres svar og det, I allerede gør.',
		nothing: 'Der er ikke svaret på noget endnu. Forslagene står, som tal og forskning giver dem.',
		up: (before: number, now: number) => `Rykket op fra nr. ${before} til nr. ${now}`,
		down: (before: number, now: number) => `Rykket ned fra nr. ${before} til nr. ${now}`,
		same: (now: number) => `Står stadig som nr. ${now}`,
		becauseNo: (what: string) => `fordi svaret er nej, når det gælder ${what}`,
		becauseAnswers: 'på grund af svarene',
		apart: 'Sat for sig selv: I gør det allerede, eller det står i en plan.',
		becauseOthers: 'fordi andre forslag har flyttet sig',
		notEnough: 'svarene er ikke nok til at flytte det'
	},
	card: {
		some: (answers: string) => `Passer det hos jer? ${answers}.`,
		counted: (count: number, answer: FitAnswer) =>
			`${count} ${{ yes: 'ja', partly: 'delvist', no: 'nej', 'do-not-know': 'ved ikke' }[answer]}`,
		unanswered: (count: number) => `${count} ikke besvaret`,
		answer: 'Passer det hos jer? Svar på fem spørgsmål',
		change: 'Se eller ret svarene',
		why: (place: number) => `Derfor står det som nr. ${place}`,
		whyApart: 'Derfor står det her'
	},
	askAll: 'Passer forslagene hos jer? Svar på det, I ved',
	askAllText: 'Jeres svar flytter forslagene. Et nej skjuler ikke noget, men sætter det ned, og I kan se hvorfor.',
	setAsideTitle: 'Passer ikke lige nu',
	setAsideText: (before: number, now: number, what: string) =>
		`Flyttet fra nr. ${before} til nr. ${now}, fordi svaret er nej, når det gælder ${what}.`,
	setAsideSame: (now: number, what: string) =>
		`Står som nr. ${now}. Svaret er nej, når det gælder ${what}, men der er ikke andet at sætte foran på niveauet.`,
	doneTitle: 'Det gør I allerede',
	levelState: {
		suggested: null,
		thin: 'Forskningen bag forslagene her er meget usikker. Begynd småt, og se efter, om det hjælper.',
		'only-set-aside':
			'Lige nu er der intet nyt at foreslå her: I har svaret nej til forslagene eller gør dem allerede.',
		nothing: 'Vi kender ingen tiltag på dette niveau mod det, målingen viser.'
	} satisfies Record<LevelState, string | null>,
	organisationSetAside:
		'Årsagerne ligger der stadig. Bring dem videre til den, der har mandatet, før I nøjes med, hvad den enkelte kan gøre.',
	terms: {
		need: 'Behovet',
		evidence: 'Forskningen',
		fit: 'Om det passer',
		level: 'Niveauet',
		practice: 'Det, I gør',
		place: 'Pladsen',
		change: 'Hvad kan flytte det?'
	},
	need: (factor: string, score: string, isRisk: boolean) =>
		`»${factor}« tæller mest: ${score} ud af 100${isRisk ? '' : ' (højere er bedre)'}.`,
	needAlso: (factors: string) => `Tiltaget retter sig også mod ${factors}. Det tæller en fjerdedel så meget.`,
	evidence: (certainty: string, studies: string) => `Der er ${certainty}, og bag står ${studies}.`,
	contradicting: (count: number) =>
		count === 1 ? 'Ét studie peger den anden vej.' : `${count} studier peger den anden vej.`,
	fitNone: 'Det har ingen svaret på, så det tæller hverken for eller imod.',
	fitAnswer: (answer: FitAnswer, dimension: FitDimension, isForAll: boolean) =>
		`${fitWord(answer)} om ${inSentence[dimension]}${isForAll ? ' (svaret for alle grupper)' : ''}`,
	fitMoved: (places: number) =>
		`${places > 0 ? 'løfter' : 'sænker'} det ${counts(Math.abs(places), 'én plads', 'pladser')}`,
	fitPull: {
		up: 'taler for, men flytter det ikke alene',
		down: 'taler imod, men flytter det ikke alene',
		none: 'tæller hverken for eller imod'
	},
	fitUnanswered: (what: string) => `Ikke besvaret: ${what}.`,
	levelFirst: 'Organisationens forslag står først, fordi årsager skal løses, hvor de opstår.',
	levelAfter: (levels: string) => `Det står efter forslagene til ${levels}, fordi årsager skal løses, hvor de opstår.`,
	levelInSentence,
	practice: {
		marked: 'Det gør I allerede.',
		planned: (title: string) => `Det står allerede i planen »${title}«.`,
		'keep-up': 'Det, det retter sig mod, fylder ikke meget. Hold fast i det.',
		check: (factor: string, isRisk: boolean) =>
			`${isRisk ? `»${factor}« fylder stadig` : `Der mangler stadig noget af »${factor}«`}. Find ud af, om det hjælper, før I lægger mere oveni.`
	},
	place: (place: number, among: number) => `Nr. ${place} af ${among} på niveauet.`,
	placeApart: 'Det står for sig selv, efter forslagene.',
	placeBefore: (before: number) => `Tal og forskning alene ville sætte det som nr. ${before}.`,
	ahead: (name: string, because: string) => `Lige foran står »${name}«: ${because}.`,
	aheadBy: {
		'does-not-fit': 'om det har ingen svaret nej',
		need: 'det, det retter sig mod, fylder mere',
		evidence: 'forskningen bag er sikrere',
		fit: 'det passer bedre, efter svarene',
		studies: 'der står flere studier bag',
		none: 'de to vejer lige meget, så rækkefølgen siger ikke noget'
	} satisfies Record<Exclude<Difference, 'shelf'> | 'does-not-fit', string>,
	change: {
		answer: (answer: 'yes' | 'no', dimensions: readonly string[], what: string, place: number) =>
			`Et ${answer === 'yes' ? 'ja' : 'nej'} ${oneOf(dimensions.length, what)} ville sætte det som nr. ${place}.`,
		surer: (place: number) => `Forskning, der var ét trin sikrere, ville sætte det som nr. ${place}.`,
		lighter: (factor: string, points: string, place: number) =>
			`Blev »${factor}« ${points} point bedre, ville det stå som nr. ${place}.`,
		nothing: 'Intet enkelt svar ville flytte det.'
	},
	convention: 'Rækkefølgen er en aftale. Den siger ikke, hvor stor en virkning I kan vente.',
	conventionLink: 'Sådan bliver forslagene ordnet',
	inGroupTitle: (group: string) => `Pladsen for ${group}`,
	inGroupSecret: (group: string) => `Det om ${group} ser kun de, der må åbne gruppens resultat.`
};

function oneOf(count: number, what: string): string {
	if (count === 5) return 'til et af de fem spørgsmål';
	return count === 1 ? `til spørgsmålet om ${what}` : `til et af spørgsmålene om ${what}`;
}

function fitWord(answer: FitAnswer): string {
	return { yes: '»Ja«', partly: '»Delvist«', no: '»Nej«', 'do-not-know': '»Ved ikke«' }[answer];
}
