import { certaintyWords } from './certainty.ts';

/** Tal, som siden henter der, hvor der regnes, skrevet som læseren skriver dem. */
export type MethodFacts = {
	readonly strainedFrom: string;
	readonly lackingTo: string;
	readonly threshold: number;
	readonly minimumInvited: number;
};

type Section = {
	readonly id: string;
	readonly title: string;
	readonly paragraphs: readonly string[];
	readonly points?: readonly string[];
	readonly isNumbered?: boolean;
	readonly after?: string;
};

/** Sådan regner vi: reglerne bag tallene i almindelige ord. */
export const methods = {
	title: 'Sådan regner vi',
	lead: 'Alt, hvad vi viser, er regnet ud efter faste regler. Her står de i almindelige ord, også dér, hvor vi har valgt noget, en anden kunne have valgt anderledes.',
	onThisPage: 'På siden',
	formulas:
		'Formlerne, deres kilder og det, de er prøvet af imod, følger med programmet i filen docs/methods.md. Hvem der kan se hvad, har sin egen side.',
	visibilityLink: 'Hvem kan se hvad?',
	libraryLink: 'Viden om lederes trivsel',
	sections: ({ strainedFrom, lackingTo, threshold, minimumInvited }: MethodFacts): readonly Section[] => [
		{
			id: 'questionnaire',
			title: 'Spørgsmålene',
			paragraphs: [
				'Vores eget spørgeskema har 51 spørgsmål: tre om hvert af de tolv forhold, der belaster eller bærer, tre om tryghed og to om hvert af seks udfald, for eksempel stress og trivsel. Man må gerne springe spørgsmål over.',
				'Spørgeskemaet er nyt og ikke valideret. Ingen har endnu undersøgt, om spørgsmålene måler det, de er kaldt, om tre er nok, eller hvad der er et almindeligt tal.'
			]
		},
		{
			id: 'scores',
			title: 'Fra svar til tal mellem 0 og 100',
			paragraphs: [
				'Hvert svar bliver til et tal. Med fem svarmuligheder er det 0, 25, 50, 75 eller 100. Et par spørgsmål er vendt om, og de bliver vendt tilbage, før der regnes. Tallet for et forhold er gennemsnittet af de svar, der er givet.',
				'Er mindre end halvdelen af et forholds spørgsmål besvaret, er der ikke noget tal. Vi gætter ikke på resten.',
				'Et højt tal ved det, der belaster, betyder mere belastning. Et højt tal ved det, der bærer, betyder mere at stå på. Måden at regne på kender man fra Copenhagen Psychosocial Questionnaire; spørgsmålene er vores egne.'
			]
		},
		{
			id: 'strain',
			title: 'Hvornår vi siger, at noget belaster',
			paragraphs: [
				`Vi siger, at et forhold belaster fra ${strainedFrom}, og at det, der skulle bære, mangler ned til ${lackingTo}. Grænserne ligger midt mellem det midterste svar og det næste.`,
				'Det er en aftale og ikke en norm. Den siger, at svarene hælder til den ene side. Den siger ikke noget om sygdom eller om, hvordan andre ledere har det.'
			]
		},
		{
			id: 'most',
			title: 'Hvad der fylder mest',
			paragraphs: [
				'For at kunne sammenligne vender vi alle tal samme vej: Et forhold, der bærer, tæller som 100 minus sit tal. Det, der fylder mest, er det højeste af dem, men kun hvis det er over 50. Er to lige høje, nævner vi begge.'
			]
		},
		{
			id: 'uncertainty',
			title: 'Hvor sikkert et gennemsnit er',
			paragraphs: [
				'Den tynde streg om et gennemsnit viser, hvor langt det kan svinge: et interval på 95 procent. Det bliver kortere, jo flere der har svaret, og forsvinder, når alle i gruppen har. Spredningen tager vi fra hele organisationen, fordi en lille gruppes egen er for usikker.',
				'Intervallet går ud fra, at de, der svarede, ligner dem, der ikke gjorde. Det ved vi ikke. Det siger heller ikke noget om, hvad næste måling vil vise, eller hvor godt spørgsmålene måler.'
			]
		},
		{
			id: 'groups',
			title: 'Små grupper',
			paragraphs: [
				`En ledergruppe er de ledere, der har samme leder. Er der færre end ${minimumInvited} inviterede, bliver gruppen lagt sammen med en nabo, før målingen åbner, og navnene på dem, der er lagt sammen, står ved resultatet. Kommer der færre end ${threshold} svar, bliver der lagt sammen igen. Vi viser aldrig et gennemsnit af færre end ${threshold}.`,
				'En måling bliver regnet ud én gang, når den er lukket, og alle ser udsnit af det samme. Forinden prøver systemet selv at regne baglæns: Ud fra alt, der skal vises, og med viden om, hvem der er ansat hvor, leder det efter svar, der kan bestemmes. Finder det noget, bliver intet vist. Det sker for én måling ad gangen.'
			],
			points: [
				'Gennemsnit afrundes til hele tal.',
				'Ligger et gennemsnit tæt på 0 eller 100, siger vi kun »højst« eller »mindst«, for ellers ville man vide, at næsten alle svarede ens.',
				'Andele bliver kun vist, hvor mindst 20 har svaret, og aldrig som ingen eller alle.',
				'Mangler et tal, siger vi ikke hvorfor. Ellers kunne grunden røbe noget.',
				'Hvor mange der er inviteret, og hvor mange der har svaret, er ikke hemmeligt.'
			]
		},
		{
			id: 'certainty',
			title: 'Hvor sikker en påstand er',
			paragraphs: [certaintyWords.explanation, 'Reglen står fast, så den samme viden altid får det samme ord:'],
			isNumbered: true,
			points: [
				'Et studie tæller, når vi har slået det efter, og det viser det, det er brugt til. Tæller ingen, er sikkerheden meget lav.',
				'Begynd ved moderat, hvis der er en oversigt, et lodtrækningsforsøg eller en undersøgelse over tid. Ved lav, hvis der kun er spørgeskemaer på ét tidspunkt, interview eller målinger uden sammenligning. Ved meget lav, hvis der kun er argumenter, eller hvis ingen har prøvet det, der siges at virke.',
				'Gå et trin ned for hver af disse: kun ét studie; et studie, der peger den anden vej; ingen studier i sundhedsvæsenet; ingen studier af ledere; kun studier fra før 2010; alle oversigter, forsøg og undersøgelser over tid kalder selv grundlaget tyndt.',
				'Gå et trin op, hvis intet trak ned, mindst tre uafhængige studier er enige, og der er både en oversigt, noget over tid og noget fra Norden imellem. Studier med fælles forfattere er én stemme. Det er alle oversigter også, for de kan bygge på de samme undersøgelser.',
				'Et tiltag er så sikkert som den sikreste måling af, om det virker. Er virkningen ikke målt, eller er målingen meget usikker, kan vi i stedet bygge på, hvorfor det burde virke: ét trin under den sikreste af de påstande, men aldrig mere end lav.'
			],
			after:
				'Reglen er inspireret af GRADE og, når det gælder interview, af GRADE-CERQual, men er ingen af dem. GRADE ville være strengere mod oversigter over spørgeskemaer og ser også på, hvor godt det enkelte studie er udført, hvor præcist et tal er, og om noget er blevet gemt væk. CERQual lader flere fagfolk vurdere, hvor godt interviewene dækker emnet. Det gør vi ikke.'
		},
		{
			id: 'ranking',
			title: 'Hvilke tiltag der bliver foreslået',
			paragraphs: [
				'Forslagene kommer altid i samme orden af niveauer: organisationen, ledergruppen, leder og nærmeste leder og til sidst den enkelte leder. Inden for hvert niveau afgør tre ting rækkefølgen: hvor meget de forhold, tiltaget retter sig mod, fylder, hvor sikker viden der er om det, og om det passer hos jer. Det sidste svarer I selv på. I den private profil tæller kun de to første.'
			],
			points: [
				'Behovet er tallet, vendt, så højt er dårligt, delt med 100 og ganget med sig selv. Det, der fylder dobbelt så meget, vejer altså fire gange så tungt.',
				'Et tiltag får vægt af det forhold, der trænger mest, og en fjerdedel af de andres.',
				'Vægten ganges med 1 ved høj sikkerhed, 0,8 ved moderat, 0,6 ved lav og 0,4 ved meget lav.',
				'Hvert svar på, om tiltaget passer, ganger vægten: ja med 1,1, delvist med 0,9 og nej med 0,5. »Ved ikke« og det, ingen har svaret på, ændrer intet.',
				'Et nej sætter desuden tiltaget efter alle på niveauet, som ingen har sagt nej til. Det bliver stående på siden, så I kan se hvorfor og ændre svaret.',
				'Det, I allerede gør eller har i en plan, står for sig selv. Fylder det, det retter sig mod, stadig, er rådet at se efter, om det hjælper.',
				'Et forslag til den enkelte kommer aldrig før et til organisationen, medmindre I har svaret nej til dét eller gør det allerede.',
				'Er to lige tunge, kommer det med flest studier først.'
			],
			after:
				'Det er vores aftale og ikke et mål for, hvor stor en virkning man kan vente. Vidensoversigten slutter med, at indsats, organisation, deltagere og dem, der gennemfører det, skal passe sammen og til stedet. Hvor meget det betyder, siger den ikke; tallene er vores.'
		},
		{
			id: 'unknown',
			title: 'Det, vi ikke ved',
			paragraphs: ['En rapport, der ser sikker ud, er ikke altid sikker. Det her mangler:'],
			points: [
				'Om spørgeskemaet måler det rigtige. Det skal undersøges med svar fra mange ledere.',
				'Hvad et almindeligt tal er. Der er ingen landstal at holde jeres op imod.',
				'Hvordan de har det, der ikke svarede.',
				'Hvad der fører til hvad. Svar fra samme dag kan vise, at to ting følges ad, ikke hvad der kom først.',
				'Om et tiltag virker hos jer. De fleste er foreslået og ikke afprøvet. Et tal, der falder efter en dårlig måling, falder tit af sig selv.',
				'Hvad studierne skriver i deres fulde tekst. I denne udgave er de fleste læst i resumé, og nogle har vi ikke fundet.'
			],
			after: '»Det kan vi ikke sige« er også et resultat. Hellere det end et tal, der lader, som om det ved mere.'
		}
	]
};
