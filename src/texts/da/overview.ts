import type { Certainty, FactorKind, Level, Outcome, StudyDesign } from '#domain/evidence/evidence.ts';
import type { SelectionCriteria } from '#domain/evidence/selection-criteria.ts';

type Counts = Readonly<Record<Certainty, number>> & { readonly all: number; readonly uncarried: number };

const smallNumbers = 'ingen én to tre fire fem seks syv otte ni ti elleve tolv'.split(' ');
/** Små tal med bogstaver, som man skriver dem midt i en sætning. */
const count = (number: number) => smallNumbers[number] ?? `${number}`;
const neuter = (number: number) => (number === 1 ? 'ét' : count(number));
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const claims = (number: number) => `${count(number)} ${number === 1 ? 'påstand' : 'påstande'}`;
const works = (number: number) => `${neuter(number)} ${number === 1 ? 'værk' : 'værker'}`;

/** Den samlede gennemgang: alt, hvad videnbasen ved, som én tekst med kilder. Ordene mellem påstandene. */
export const overview = {
	name: 'Den samlede gennemgang',
	title: 'Lederes trivsel i sundhedsvæsenet',
	subtitle: 'Hvad der belaster ledere, hvad der bærer dem, hvad man kan gøre, og hvor sikkert det er',
	lead: 'Hele videnbasen som én sammenhængende tekst med kilder. Den bliver skrevet på ny, når videnbasen ændrer sig, og siger derfor det samme som de andre sider.',
	facts: {
		edition: 'Udgave',
		publishedOn: 'Udgivet',
		lastSearch: 'Seneste søgning efter studier',
		licence: 'Licens',
		source: 'Skrevet ud fra',
		sourceValue: 'Videnbasen i Ledertrivsel'
	},
	yearOnly: (year: number) => `${year} (dagen er ikke oplyst)`,
	pdf: {
		title: 'Som PDF',
		text: 'Den samme tekst til at skrive ud eller sende. Den kan læses op af en skærmlæser.',
		download: { da: 'Hent på dansk (PDF)', en: 'Hent på engelsk (PDF)' },
		keywords: ['ledere', 'trivsel', 'arbejdsmiljø', 'sundhedsvæsen'],
		page: (page: string, all: string) => `Side ${page} af ${all}`
	},
	unknownLanguage: 'Vælg dansk (da) eller engelsk (en).',
	contents: 'Indhold',
	chapterLabel: (number: number) => `Kapitel ${number}`,
	previous: 'Forrige kapitel',
	next: 'Næste kapitel',
	toStart: 'Forside og indhold',
	onThisPage: 'I kapitlet',
	notes: 'Noter',
	noteLabel: (number: string) => `Note ${number}`,
	summaryTitle: 'Kort fortalt',
	chapters: {
		introduction: 'Hvorfor lederes trivsel betyder noget',
		method: 'Sådan er gennemgangen lavet',
		strains: 'Det, der belaster',
		carries: 'Det, der bærer',
		context: 'Rammen om det hele',
		interventions: 'Hvad man kan gøre',
		fit: 'Passer det hos jer?',
		conclusion: 'Hvad vi ved, og hvad der mangler',
		references: 'Litteratur'
	},

	summary: {
		factors: (risks: number, resources: number) =>
			`Gennemgangen samler, hvad forskningen siger om ${neuter(risks)} forhold, der belaster ledere i sundhedsvæsenet, og ${neuter(resources)}, der bærer dem. Rundt om dem ligger den psykologiske tryghed.`,
		surest: (names: string) => `Mest sikkert er det, vi ved om ${names}.`,
		certainty: (of: Counts) =>
			`Det meste er usikkert. Af ${claims(of.all)} har ${count(of.high)} høj sikkerhed, ${count(of.moderate)} moderat, ${count(of.low)} lav og ${count(of['very-low'])} meget lav. ${capital(count(of.uncarried))} ${of.uncarried === 1 ? 'er' : 'af dem er'} sagt, uden at nogen af de kilder, vi har kunnet slå efter, viser det.`,
		interventions: (all: number, measured: number) =>
			`Her er ${neuter(all)} tiltag, fra det, organisationen kan beslutte, til det, den enkelte kan øve. Virkningen er målt for ${neuter(measured)} af dem. De øvrige retter sig mod noget, der ser ud til at betyde noget.`,
		others: (all: number, atMost: string) =>
			`Hvad lederes trivsel betyder for medarbejdere og opgave, er der mindre belæg for, end man tit hører: Af ${claims(all)} om det har ingen mere end ${atMost}.`
	},

	introduction: {
		paragraphs: [
			'Hvordan ledere i sundhedsvæsenet har det, betyder først og fremmest noget for dem selv. Det kan også betyde noget for dem, de leder, og for dem, arbejdet bliver gjort for. Dette kapitel handler om det sidste: hvad der følger med, når ledere har det godt eller skidt. Hvad der belaster og bærer dem, kommer i de næste.',
			'Ansvaret for, at ledere har et sundt og sikkert arbejdsmiljø, er arbejdsgiverens. Det følger af loven, og det er også et etisk ansvar.',
			'Når her står »vidensoversigten«, er det »Vidensoversigt om lederes trivsel«, som er lavet til indsatsen TAL i Region Syddanmark. Den er udgangspunktet for videnbasen. Ordene her er vores egne.'
		],
		groups: {
			organisation: 'Opgaven og ledelsen',
			employees: 'Medarbejderne',
			leaders: 'Lederne selv'
		} satisfies Record<Outcome['of'], string>,
		reachingOthers: 'Andre spor',
		reachingOthersText: (list: string) =>
			`Nogle af de forhold, der kommer senere, er også sat i forbindelse med andet end lederne selv: ${list}. Hvad der er belæg for, står ved hvert forhold.`
	},

	method: {
		paragraphs: [
			'Videnbasen består af påstande. Hver påstand siger, hvad der hænger sammen med hvad, hvem det er undersøgt hos, og hvilke værker der står bag. Gennemgangen er sat sammen af dem efter faste regler, og ingen har rettet i den bagefter. Derfor kan hver sætning med en kilde følges tilbage til en post i videnbasen.'
		],
		searchTitle: 'Fra søgning til værker',
		search: (facts: {
			found: string;
			readInFull: string;
			included: string;
			works: string;
			cited: string;
			lastSearch: string;
		}) =>
			`Vidensoversigten begyndte med ${facts.found} artikler. Omkring ${facts.readInFull} blev læst fra ende til anden, og ${facts.included} blev valgt ud. Hvilke det er, siger den ikke. Undervejs nævner den også andre, og videnbasen rummer derfor ${facts.works} værker${facts.cited === facts.works ? ', som alle er brugt her' : `, hvoraf ${facts.cited} er brugt her`}. Der er senest søgt efter studier i ${facts.lastSearch}.`,
		about: (number: string) => `ca. ${number}`,
		flowCaption: 'Vejen fra søgning til denne gennemgang',
		flow: {
			found: 'artikler fundet ved søgning',
			readInFull: 'læst fra ende til anden',
			included: 'valgt ud til vidensoversigten',
			works: 'værker i videnbasen, med dem der er nævnt undervejs'
		},
		flowAlt: (facts: { found: string; readInFull: string; included: string; works: string }) =>
			`Fire trin oppefra og ned: ${facts.found} artikler fundet, omkring ${facts.readInFull} læst fra ende til anden, ${facts.included} valgt ud, ${facts.works} værker i videnbasen.`,
		criteriaTitle: 'Fire krav til et studie',
		criteria:
			'Vidensoversigten valgte studier efter fire krav. Ikke alle værker i videnbasen lever op til dem alle; tabellen viser hvor mange. Hvad »nyere« betyder, siger den ikke, så grænsen er vores.',
		criteriaCaption: 'Hvor mange værker der lever op til hvert krav',
		criteriaColumns: ['Krav', 'Ja', 'Nej', 'Vides ikke'],
		criteriaNames: {
			isRelevant: 'Relevans: om ledere i sundhedsvæsenet',
			hasClearMethod: 'Metode: fagfællebedømt og med en klar metode',
			isRecent: 'Aktualitet: fra 2010 eller senere',
			isNordic: 'Geografi: fra Norden'
		} satisfies Record<keyof SelectionCriteria, string>,
		certaintyTitle: 'Sikkerhed',
		certainty:
			'Hver påstand har fået et af fire ord for, hvor sikker den er. Ordet kommer af en fast regel, som er vores egen. Den ligner GRADE, men er det ikke.',
		rule: [
			'Et værk tæller kun, hvis vi har slået det efter, og det viser det, det bliver brugt til.',
			'En oversigt, et lodtrækningsforsøg eller en undersøgelse over tid giver moderat som udgangspunkt. Spørgeskemaer på ét tidspunkt, interview og målinger uden sammenligning giver lav. Argumenter alene og virkninger, ingen har prøvet, giver meget lav.',
			'Det trækker ned, hvis der kun er ét studie, hvis et studie peger den anden vej, hvis intet er fra sundhedsvæsenet, om ledere eller fra 2010 eller senere, og hvis de, der har samlet op, selv kalder grundlaget tyndt.',
			'Det trækker op, hvis intet trækker ned, og mindst tre uafhængige værker er enige, med både en oversigt, noget over tid og noget fra Norden imellem.'
		],
		ruleMore: 'Hele reglen står på siden »Sådan regner vi« i Ledertrivsel.',
		tallyCaption: 'Hvad ordene betyder, og hvor mange påstande der har hvert',
		tallyColumns: ['Sikkerhed', 'Det betyder', 'Påstande'],
		verifiedTitle: 'Hvad »ikke efterprøvet« betyder',
		verified: (facts: { all: number; verified: number; recalled: number; unknown: number }) =>
			facts.verified === facts.all
				? 'Alle værker er slået efter i originalen eller i et register. Var et ikke, ville det være mærket »ikke efterprøvet« og ikke tælle med.'
				: `Af ${works(facts.all)} er ${count(facts.verified)} slået efter i originalen eller i et register. ${capital(neuter(facts.recalled))} er skrevet ned uden at være slået efter, og ${neuter(facts.unknown)} har vi ikke kunnet finde. De er mærket »ikke efterprøvet«: De har hverken DOI eller link, og de tæller ikke med, når vi siger, hvor sikker en påstand er.`,
		abstracts:
			'Selv et værk, der er slået efter, er for det meste kun læst i resumé. Står noget kun i den fulde tekst, har vi ikke set det, og så er det regnet som ikke vist.',
		readingTitle: 'Sådan læses teksten',
		reading:
			'De sikreste påstande står først. Efter hver påstand står værkerne bag i parentes og en note. Noten siger, hvem der er undersøgt, hvordan, og hvad man skal vide, før man læner sig op ad den. Det, vidensoversigten siger, men som ingen af de kilder, vi har set, viser, står for sig selv. At noget hænger sammen med noget andet, betyder, at de følges ad; hvad der kommer af hvad, er en anden sag.',
		researchTitle: 'Om forskningen selv',
		leftOutTitle: 'Udeladt',
		leftOut: (ids: string) => `Disse poster peger på noget, videnbasen ikke har, og er derfor ikke med: ${ids}.`
	},

	factors: {
		lead: {
			risk: 'De seks forhold i dette kapitel slider på ledere, når de fylder meget. Rækkefølgen er vidensoversigtens og siger ikke, hvad der slider mest.',
			resource:
				'De seks forhold i dette kapitel holder ledere oppe. Flere af dem er det modsatte af noget fra kapitlet før, men de er undersøgt hver for sig.',
			context:
				'Psykologisk tryghed hører hverken til det, der belaster, eller det, der bærer. Den afgør, om resten overhovedet kan blive sagt højt.'
		} satisfies Record<FactorKind, string>,
		summary: (of: Counts) => {
			const parts = [
				[of.high, 'høj'],
				[of.moderate, 'moderat'],
				[of.low, 'lav'],
				[of['very-low'], 'meget lav']
			].filter((part): part is [number, string] => part[0] !== 0);
			const told = parts.map(([number, word], at) => `${count(number)} med ${word}${at === 0 ? ' sikkerhed' : ''}`);
			if (of.all === 0) return 'Der er endnu ingen påstande om det i videnbasen.';
			if (of.all === 1) return `Der er én påstand om det, ${told.join('')}.`;
			if (told.length === 1) return `Der er ${claims(of.all)} om det, alle med ${parts[0]?.[1] ?? ''} sikkerhed.`;
			return `Der er ${claims(of.all)} om det: ${told.slice(0, -1).join(', ')} og ${told.at(-1) ?? ''}.`;
		},
		whole: 'Som helhed',
		organisationOnly: 'Hvad kun organisationen kan'
	},

	claims: {
		steps: {
			high: 'Høj sikkerhed.',
			moderate: 'Moderat sikkerhed.',
			low: 'Lav sikkerhed.',
			'very-low': 'Meget lav sikkerhed.'
		} satisfies Record<Certainty, string>,
		uncarriedTitle: 'Sagt, men ikke vist',
		uncarried: (number: number): string =>
			number === 1
				? 'Vidensoversigten siger også dette. Ingen af de kilder, vi har kunnet slå efter, viser det.'
				: 'Vidensoversigten siger også dette. Ingen af de kilder, vi har kunnet slå efter, viser noget af det.',
		butSee: 'men se',
		notVerified: 'ikke efterprøvet',
		doesNotCount: 'Også nævnt, men tæller ikke med',
		designs: {
			'meta-analysis': 'metaanalyse',
			'systematic-review': 'systematisk oversigt',
			review: 'forskningsoversigt',
			'randomised-trial': 'lodtrækningsforsøg',
			longitudinal: 'undersøgelse over tid',
			intervention: 'måling før og efter',
			'cross-sectional': 'spørgeskema på ét tidspunkt',
			mixed: 'spørgeskema og interview',
			qualitative: 'interview eller fortællinger',
			conceptual: 'fagligt indlæg',
			unknown: 'ukendt metode'
		} satisfies Record<StudyDesign, string>
	},

	interventions: {
		lead: 'Årsager skal løses, hvor de opstår. Derfor begynder kapitlet med det, organisationen kan beslutte, og slutter med det, den enkelte kan øve. På hvert niveau står de sikreste tiltag først.',
		lead2:
			'Sikkerheden gælder, om tiltaget hjælper. »Målt« betyder, at nogen har målt en virkning. Ellers er tiltaget her, fordi det retter sig mod noget, der ser ud til at betyde noget; så kan sikkerheden højst være lav.',
		generalTitle: 'Om tiltag i det hele taget',
		levels: {
			organisation: 'Organisationen',
			group: 'Ledergruppen',
			leadership: 'Ledelse og nærmeste leder',
			individual: 'Den enkelte leder'
		} satisfies Record<Level, string>,
		levelLines: {
			organisation: 'Det, den øverste ledelse og udvalgene kan beslutte for alle.',
			group: 'Det, ledere, som arbejder sammen, kan gøre for hinanden.',
			leadership: 'Det, der handler om at lede, og om den, man selv har til leder.',
			individual: 'Det, man selv kan øve. Det kan ikke stå alene.'
		} satisfies Record<Level, string>,
		tableCaption: (level: string) => `Tiltag: ${level.toLowerCase()}`,
		columns: ['Tiltag', 'Hvem kan beslutte det', 'Sikkerhed'],
		measured: 'målt',
		notMeasured: 'ikke målt',
		aimedAt: 'Retter sig mod',
		effectsTitle: 'Hvad der er sagt om virkningen',
		effectsNone: 'Ingen af kilderne siger noget om virkningen af tiltagene på dette niveau.'
	},

	fit: {
		lead: 'Det samme tiltag kan hjælpe ét sted og være spildt et andet. Før I vælger, er det værd at holde det op mod fem ting:',
		parts: [
			['Tiltaget', 'Er det klart, hvad det skal ændre, og er det nok til at ændre det?'],
			['Organisationen', 'Er der tid, penge og opbakning, også når det bliver travlt?'],
			['Deltagerne', 'Er det noget, lederne selv har brug for og vil bruge tid på?'],
			['Den, der leder det', 'Kan vedkommende det, og har deltagerne tillid til det?'],
			['Situationen', 'Hvad sker der ellers lige nu, som kan vælte det eller løfte det?']
		] as readonly (readonly [string, string])[],
		more: 'På hvert tiltags egen side i Ledertrivsel står de fem spørgsmål, som de ser ud netop dér.',
		findingsTitle: 'Hvad det bygger på'
	},

	conclusion: {
		surestTitle: 'Hvor vi ved mest',
		surest: (list: string) =>
			`Flest påstande med moderat sikkerhed eller mere er der om ${list}. Det betyder, at oversigter eller undersøgelser over tid peger på det samme, og ikke at det er det vigtigste.`,
		surestItem: (name: string, sure: number, all: number) => `${name} (${sure} af ${all})`,
		surestNone: 'Ingen forhold har en påstand, der er moderat sikker eller mere.',
		thinTitle: 'Hvor grundlaget er tyndt',
		thin: (list: string) =>
			`Om ${list} når ingen påstand op på moderat sikkerhed. Det kan betyde noget alligevel; det er bare ikke undersøgt på en måde, der kan vise det.`,
		thinNone: 'Alle forhold har mindst én påstand, der er moderat sikker eller mere.',
		uncarried: (uncarried: number, all: number) =>
			`${capital(count(uncarried))} af ${claims(all)} bliver ikke vist af nogen kilde, vi har kunnet slå efter. De er ikke dermed forkerte, men de bør læses i originalen, før nogen bygger på dem.`,
		others: (all: number, uncarried: number, atMost: string) =>
			`${capital(claims(all))} handler om medarbejderne eller opgaven. Ingen af dem har mere end ${atMost}, og ${count(uncarried)} bliver ikke vist af nogen kilde.`,
		factorsCaption: 'Påstande om hvert forhold, efter sikkerhed',
		factorsColumns: ['Forhold', 'Høj', 'Moderat', 'Lav', 'Meget lav', 'Heraf ikke vist'],
		total: 'Alle forhold',
		interventionsTitle: 'Hvad vi ved om tiltag',
		interventions: (all: number, measured: number) =>
			`Virkningen er målt for ${neuter(measured)} af ${neuter(all)} tiltag. At et tiltag ikke er målt, siger ikke, at det ikke virker. Det siger, at man selv må aftale på forhånd, hvordan det skal kunne mærkes.`,
		levelsCaption: 'Tiltag på hvert niveau, efter sikkerhed',
		levelsColumns: ['Niveau', 'Tiltag', 'Virkning målt', 'Høj', 'Moderat', 'Lav', 'Meget lav'],
		levelsTotal: 'Alle tiltag'
	},

	references: {
		lead: (all: number, notVerified: number) =>
			`${capital(works(all))} er nævnt i teksten. ${
				notVerified === 0
					? 'Alle er slået efter.'
					: `${capital(neuter(notVerified))} er mærket »ikke efterprøvet«; hvad det betyder, står i kapitlet om metoden.`
			}`
	},

	unknownChapter: {
		title: 'Det kapitel kender vi ikke',
		text: 'Adressen passer ikke til noget kapitel. Måske er den skrevet forkert.'
	}
};
