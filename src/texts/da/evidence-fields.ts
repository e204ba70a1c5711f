import type { EvidenceRule } from '#domain/evidence/check-evidence.ts';
import type { FieldCode } from '#domain/evidence/edit/form-values.ts';
import type { StudySection } from '#domain/evidence/edit/record-fields.ts';

/** Felterne i videnbasens poster, som redaktører udfylder dem, og hvad der kan være galt med dem. */
export const evidenceFields = {
	problems: {
		precisely: 'Præcist',
		rules: {
			schema: 'Et felt er ikke udfyldt, som det skal være.',
			'ids-are-unique': 'Der er to med samme navn i adressen.',
			'factors-are-complete': 'Der skal være seks forhold, der belaster, og seks, der bærer.',
			'references-resolve': 'Den henviser til noget, der ikke findes i videnbasen.',
			'outcomes-are-named': 'Påstanden skal føre til mindst ét udfald.',
			'claims-have-a-source':
				'Der skal være mindst ét studie bag, og er studiet fra vidensoversigten, også mindst én linje i den.',
			'factors-have-findings': 'Hvert forhold skal have mindst to påstande.',
			'interventions-cover-levels': 'Der skal være tiltag på alle fire niveauer og mindst tyve i alt.',
			'factors-can-be-met':
				'Hvert forhold skal kunne mødes med mindst ét tiltag fra organisationen og ét fra gruppen eller lederne.',
			'languages-are-filled': 'En tekst mangler på dansk eller engelsk.',
			'doi-is-verified': 'En DOI må kun stå der, når den er slået efter.',
			'doi-is-unique': 'To studier har samme DOI.',
			'unknown-claims-nothing': 'Et studie, der ikke er fundet, kan hverken have titel, slags eller fund.',
			'studies-are-used': 'Studiet er ikke nævnt i nogen påstand eller noget tiltag.',
			'lines-are-in-overview': 'Linjerne ligger uden for vidensoversigten, der har 1.490 linjer.',
			'lines-name-the-study':
				'Linjerne og studierne passer ikke sammen: Hvert studie skal være nævnt på en af linjerne.',
			'mentions-are-carried': 'Et sted, hvor vidensoversigten nævner et studie, hører ikke længere til nogen påstand.',
			'doubts-are-noted': 'Når et studie viser mindre eller ikke er slået efter, skal der stå et forbehold.',
			'intervention-studies-count':
				'Et studie bag tiltaget er ikke slået efter eller viser ikke nogen af dets påstande.',
			'certainty-follows-the-rule': 'Den sikkerhed, du venter, er ikke den, reglen giver.'
		} satisfies Record<EvidenceRule | 'schema', string>,
		fields: {
			missing: () => 'Feltet skal udfyldes.',
			'one-language': () => 'Teksten skal stå på både dansk og engelsk.',
			'not-a-number': (detail: string) => `Skriv et helt tal. »${detail}« kan ikke læses.`,
			'not-chosen': (detail: string) => (detail === '' ? 'Vælg en.' : `»${detail}« kan ikke vælges. Vælg en anden.`),
			'lines-unreadable': (detail: string) => `»${detail}« er ikke et linjenummer. Skriv for eksempel 375-376, 421.`,
			'line-outside': (detail: string) => `Linje ${detail} findes ikke. Vidensoversigten har linje 1 til 1490.`,
			'lists-differ': (detail: string) => `Der skal være lige mange linjer på dansk og engelsk. Nu er der ${detail}.`,
			'author-unreadable': (detail: string) => `»${detail}« mangler et efternavn. Skriv »Efternavn, Fornavn«.`,
			'country-unreadable': (detail: string) =>
				`»${detail}« er ikke en landekode. Skriv to bogstaver, for eksempel DK.`,
			'doi-unreadable': (detail: string) => `»${detail}« er ikke en DOI. Den begynder med 10.`,
			'address-unreadable': (detail: string) => `»${detail}« er ikke en adresse. Den begynder med https://.`,
			'id-unreadable': () => 'Brug kun små bogstaver a–z, tal og bindestreger.',
			'id-taken': (detail: string) => `Navnet »${detail}« er brugt. Vælg et andet.`,
			'too-long': (detail: string) => `Skriv højst ${detail} tegn.`,
			'too-few': (detail: string) => `Der skal være mindst ${detail}.`,
			'too-low': (detail: string) => `Tallet skal være mindst ${detail}.`,
			'too-high': (detail: string) => `Tallet må højst være ${detail}.`,
			'confidence-missing': (detail: string) => `Vælg ved »${detail}«, om det er slået efter.`
		} satisfies Record<FieldCode, (detail: string) => string>
	},

	sections: {
		work: 'Hvad er det?',
		method: 'Hvordan er det lavet?',
		sources: 'Hvad er slået efter?'
	} satisfies Record<StudySection, string>,

	fields: {
		finding: {
			claim: 'Påstanden',
			from: 'Hvad handler den om?',
			outcomes: 'Hvad fører det til?',
			kind: 'Slags påstand',
			direction: 'Retning',
			moderator: 'Hvad gør en forskel?',
			population: 'Hvem er undersøgt?',
			studies: 'Studierne bag',
			notShownBy: 'Studier, der viser mindre',
			contradictedBy: 'Studier, der peger den anden vej',
			lines: 'Linjer i vidensoversigten',
			note: 'Forbehold',
			certainty: 'Den sikkerhed, du venter'
		},
		study: {
			status: 'Er studiet slået efter?',
			authors: 'Forfattere',
			year: 'Udgivet år',
			citedYear: 'År, det er nævnt under',
			title: 'Titel',
			publicationType: 'Slags udgivelse',
			journal: 'Tidsskrift',
			volume: 'Årgang',
			issue: 'Nummer',
			pages: 'Sider',
			publisher: 'Forlag eller udgiver',
			doi: 'DOI',
			url: 'Adresse',
			design: 'Sådan er det lavet',
			population: 'Hvem er undersøgt?',
			sampleSize: 'Hvor mange, med ord',
			participants: 'Antal, der svarede eller deltog',
			mainFinding: 'Hvad studiet fandt',
			cautions: 'Forbehold ved studiet',
			countries: 'Lande',
			isInternational: 'Dækker flere lande uden ét bestemt',
			isHealthCare: 'Fra sundhedsvæsenet?',
			isAboutLeaders: 'Om ledere?',
			isNordic: 'Fra Norden?',
			isPeerReviewed: 'Fagfællebedømt?',
			isWeightedReview: 'En af de oversigter, vidensoversigten lægger mest vægt på',
			callsOwnEvidenceThin: 'Oversigten kalder selv sit grundlag tyndt',
			role: 'Plads i vidensoversigten',
			confidence: 'Er oplysningerne slået efter?',
			ambiguity: 'Tvivl om, hvilket værk der er ment'
		},
		intervention: {
			name: 'Navn',
			level: 'Niveau',
			description: 'Hvad er det?',
			mandate: 'Hvem kan beslutte det?',
			steps: 'Sådan kan det gøres',
			effort: 'Hvad kræver det?',
			needs: 'Hvad skal være på plads?',
			duration: 'Hvor længe tager det?',
			signs: 'Sådan kan man se, om det virkede',
			fit: 'Passer det hos jer?',
			'fit.intervention': 'Passer det? Tiltaget',
			'fit.organisation': 'Passer det? Organisationen',
			'fit.participants': 'Passer det? Deltagerne',
			'fit.facilitator': 'Passer det? Den, der leder det',
			'fit.context': 'Passer det? Situationen',
			factors: 'Hvad retter det sig mod?',
			findings: 'Påstandene bag',
			studies: 'Studierne bag',
			followUp: 'Bagefter',
			boosterMonths: 'Opfølgning efter så mange måneder',
			lines: 'Linjer i vidensoversigten'
		}
	},

	hints: {
		finding: {
			claim: 'Én sætning, som den skal læses. Skriv ikke af efter studierne.',
			from: 'Det, påstanden begynder med.',
			outcomes: 'Mindst ét, undtagen når den handler om forskningen selv.',
			moderator: 'Det, der mildner eller skærper det.',
			population: 'Aldrig bredere end de studier, der tæller.',
			studies: 'Et studie tæller kun, når det er slået efter og selv viser påstanden.',
			lines: 'For eksempel 375-376, 421.',
			note: 'Det, en læser skal vide, før vedkommende stoler på det.',
			certainty: 'Sikkerheden bliver regnet ud. Skriver du en her, får du besked, hvis reglen giver en anden.'
		},
		study: {
			status: 'Kun studier, der er slået efter, tæller med.',
			authors: 'Én på hver linje: Efternavn, Fornavn.',
			doi: 'Kun når den er slået efter. Begynder med 10.',
			url: 'Begynder med https://.',
			participants: 'Tomt for oversigter, og når det ikke vides.',
			mainFinding: 'Med egne ord.',
			countries: 'Landekoder med to bogstaver, for eksempel DK, SE.',
			confidence: 'Én for hver oplysning om studiet.',
			ambiguity: 'Til redaktører, på engelsk.'
		},
		intervention: {
			level: 'Dér, hvor nogen kan beslutte det.',
			description: 'To eller tre sætninger.',
			steps: 'Mindst to trin.',
			'fit.intervention': 'Ét spørgsmål.',
			'fit.organisation': 'Ét spørgsmål.',
			'fit.participants': 'Ét spørgsmål.',
			'fit.facilitator': 'Ét spørgsmål.',
			'fit.context': 'Ét spørgsmål.',
			factors: 'Mindst ét forhold.',
			findings: 'Mindst én.',
			studies: 'Kun dem, der er slået efter og viser en af påstandene.',
			followUp: 'Det, der holder virkningen i live.',
			boosterMonths: 'Kun når forskning siger, at virkningen aftager.',
			lines: 'For eksempel 1110-1112.'
		}
	},

	choices: {
		direction: {
			raises: 'mere af det ene hænger sammen med mere af det andet',
			lowers: 'mere af det ene hænger sammen med mindre af det andet',
			mixed: 'peger ikke kun én vej',
			none: 'fortæller, hvordan noget er'
		},
		standing: {
			counts: 'viser påstanden',
			'shows-less': 'viser mindre, end det er brugt til',
			contradicts: 'peger den anden vej'
		},
		publicationType: {
			'article-journal': 'artikel i tidsskrift',
			report: 'rapport',
			book: 'bog',
			chapter: 'kapitel',
			thesis: 'afhandling'
		},
		role: { included: 'et af dem, den har læst grundigt', additional: 'nævnt ved siden af, eller ikke nævnt' },
		confidenceFields: {
			author: 'Forfattere',
			issued: 'År',
			title: 'Titel',
			'container-title': 'Udgivet i',
			volume: 'Årgang',
			issue: 'Nummer',
			page: 'Sider',
			DOI: 'DOI',
			studyType: 'Sådan er det lavet',
			population: 'Hvem',
			country: 'Hvor',
			sampleSize: 'Hvor mange',
			mainFinding: 'Hvad det fandt'
		},
		confidences: {
			verified: 'slået efter',
			recalled: 'ikke slået efter',
			unknown: 'vides ikke',
			'n/a': 'findes ikke for denne udgivelse'
		}
	}
};
