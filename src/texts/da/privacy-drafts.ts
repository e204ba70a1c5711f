/** Udkast til konsekvensanalyse, fortegnelse og tilgængelighedserklæring. Det, systemet ikke kan vide, står som "[udfyldes]". */
import type { DraftSection, PrivacyDraft, PrivacyFacts } from '#domain/privacy/privacy-draft.ts';
import { formatDay, formatNumber } from '#texts/format.ts';

const open = '[udfyldes]';
const dayOf = (day: string) => formatDay('da', day);
/** `after`: what the months are counted from; left out where there is no limit. */
const months = (count: number | null, after = '') =>
	count === null ? 'ingen frist' : `${count} måneder${after === '' ? '' : ` ${after}`}`;

export const privacyDrafts = {
	dpia: (facts: PrivacyFacts): PrivacyDraft => ({
		title: `Konsekvensanalyse: måling af ledertrivsel i ${facts.organisation}`,
		notice: noticeOf(facts, 'konsekvensanalyse efter databeskyttelsesforordningens artikel 35'),
		sections: [
			{
				heading: 'Hvorfor der laves en konsekvensanalyse',
				paragraphs: [
					'Ledere svarer på spørgsmål om belastning og trivsel. Svar kan sige noget om helbred, og de, der svarer, er ansatte: den, der spørger, er deres arbejdsgiver. Det taler for en konsekvensanalyse, før målingen begynder.'
				]
			},
			{
				heading: 'Behandlingen, trin for trin',
				points: [
					`Personalesystemet leverer navn, mailadresse, enhed og leder for ${formatNumber('da', facts.leaders)} ledere.`,
					'Hver leder får et personligt link med mail.',
					'Browseren henter en blind underskrift: serveren ser, at linket er brugt, men ikke hvilken stemmeseddel der blev underskrevet.',
					'Svarene lukkes i browseren og lægges i en kasse, som ingen kan åbne, før målingen er lukket.',
					`Kassen åbnes tidligst ${facts.graceMinutes} minutter efter lukning. Svarene blandes, og forbindelsen mellem link og svar findes ikke.`,
					'Grupper frigives kun, når nok har svaret. Frigivelsen bliver angrebet af systemets egen kontrol, før nogen ser den.',
					'Lederens egen profil laves i browseren. Gemmes den, ligger den låst med en nøgle, som kun lederen har.'
				]
			},
			purposeOf(),
			{
				heading: 'Hjemmel',
				paragraphs: [
					'Forslag, som jeres databeskyttelsesrådgiver skal tage stilling til: arbejdsgiverens pligter efter arbejdsmiljøloven (artikel 6, stk. 1, litra c eller e) og for oplysninger om helbred artikel 9, stk. 2, litra b, med databeskyttelseslovens § 12.',
					`Jeres vurdering: ${open}`
				]
			},
			{
				heading: 'Nødvendighed og forholdsmæssighed',
				points: [
					'Der gemmes hverken tidspunkt, adresse eller andet kendetegn sammen med et svar.',
					facts.threshold === null
						? 'Bag hvert tal, der vises, står mindst 5 svar, hvor intet andet er valgt.'
						: `Bag hvert tal, der vises, står mindst ${facts.threshold} svar.`,
					facts.minimumInvited === null
						? 'Mindre grupper lægges sammen, før målingen åbner.'
						: `Grupper med færre end ${facts.minimumInvited} inviterede lægges sammen, før målingen åbner.`,
					'Det er frivilligt at svare. Ingen kan se, hvem der har svaret.'
				]
			},
			{
				heading: 'Risici for lederne',
				table: {
					head: ['Risiko', 'Det, der hjælper', 'Det, der bliver tilbage'],
					rows: [
						[
							'Nogen finder ud af, hvad en leder har svaret',
							'Blind underskrift, lukket kasse, sammenlagte grupper, egen kontrol af hver frigivelse',
							'Den, der ser begge kald, mens de sker, og har målingens nøgle'
						],
						[
							'Målingens nøgle havner sammen med en kopi af kassen',
							keyText(facts),
							'Ordene på papir, hvis de ikke bliver destrueret'
						],
						[
							'Et link bliver brugt af en anden',
							'Linket virker én gang. Lederen opdager, at det er brugt',
							'Den, der kan læse lederens mail'
						],
						[
							'En uvedkommende får adgang til resultater eller planer',
							accessText(facts),
							'Den, der kan læse en medarbejders mail, hvor kun ét trin kræves'
						],
						[
							'Data går tabt',
							'Sikkerhedskopi med kontrolsum, der kan læses ind igen',
							`Hvornår der tages kopi, og hvor den ligger: ${open}`
						],
						[
							'Resultater bruges mod en leder',
							'Ingen enkeltsvar findes. Små grupper vises ikke',
							`Jeres aftale om brug: ${open}`
						]
					]
				}
			},
			{
				heading: 'Foranstaltninger i denne installation',
				points: [...securityOf(facts), ...retentionOf(facts)]
			},
			{
				heading: 'De berørtes synspunkter og rådgivning',
				points: [
					`Ledernes eller deres repræsentanters synspunkter: ${open}`,
					`Databeskyttelsesrådgiverens råd: ${open}`,
					`Samarbejdsudvalg eller arbejdsmiljøorganisation er hørt: ${open}`
				]
			},
			{
				heading: 'Samlet vurdering',
				paragraphs: [
					`Er den tilbageværende risiko høj, skal Datatilsynet høres før start (artikel 36). Jeres vurdering: ${open}`
				]
			}
		]
	}),
	record: (facts: PrivacyFacts): PrivacyDraft => ({
		title: `Fortegnelse: måling af ledertrivsel i ${facts.organisation}`,
		notice: noticeOf(facts, 'fortegnelse efter databeskyttelsesforordningens artikel 30'),
		sections: [
			{
				heading: 'Dataansvarlig',
				table: {
					head: ['Felt', 'Indhold'],
					rows: [
						['Organisation', facts.organisation],
						['Kontakt', open],
						['Databeskyttelsesrådgiver', open],
						['Databehandlere og underdatabehandlere', open]
					]
				}
			},
			purposeOf(),
			{
				heading: 'Hvem og hvad',
				table: {
					head: ['Personer', 'Oplysninger', 'Slettes'],
					rows: [
						[
							`Ledere (${formatNumber('da', facts.leaders)})`,
							'Navn, mail, medarbejdernummer, enhed, nærmeste leder, niveau, faggruppe, antal medarbejdere',
							months(facts.retention['left-leaders'], 'efter fratræden')
						],
						[
							'Ledere, der er inviteret',
							'At de er inviteret. Mens målingen er åben: om linket er brugt',
							'Om linket er brugt, bliver glemt ved lukning'
						],
						[
							'Ledere, der svarer',
							'Svar uden navn, tidspunkt og adresse',
							months(facts.retention.responses, 'efter frigivelse')
						],
						['Ledere, der gemmer en profil', 'En låst profil, som kun lederen kan åbne', 'Når lederen fjerner den'],
						[
							'Brugere med en rolle',
							'Navn, mail, rolle, hvad de har set og ændret',
							`Log: ${months(facts.retention.events)}`
						],
						['Modtagere af mails', 'Adresse, emne, tidspunkt', months(facts.retention.mails, 'efter afsendelse')],
						['Ledere i personalefiler', 'Hvad filen ændrede', months(facts.retention.imports, 'efter indlæsning')],
						[
							'Ledere i enheder, der er tastet sygefravær for',
							'At de hører til enheden, og enhedens sygedage pr. leder i hele kvartaler, for mindst fem ledere',
							'Bliver, også når et tal er taget tilbage, så nye tal kan kontrolleres mod det. Navnet slettes med lederens oplysninger'
						],
						['De, der står for planer', 'Navn, mail, planens skridt', 'Når personen bliver slettet. Planen bliver']
					]
				}
			},
			{
				heading: 'Modtagere',
				points: [
					facts.mailHost === null
						? 'Der sendes ingen mails: der er ingen mailserver.'
						: `Mailserver: ${facts.mailHost}.`,
					facts.singleSignOn === null
						? 'Der bruges ingen ekstern tjeneste til at logge ind.'
						: `Brugere logger ind gennem ${facts.singleSignOn}.`,
					`Drift og hosting: ${open}`,
					`Overførsel til lande uden for EU: ${open}`
				]
			},
			{
				heading: 'Roller med adgang',
				table: {
					head: ['Rolle', 'Personer i dag'],
					rows: facts.roles.map(({ role, people }) => [roleNames[role] ?? role, formatNumber('da', people)])
				}
			},
			{ heading: 'Sikkerhed', points: securityOf(facts) }
		]
	}),
	accessibility: (facts: PrivacyFacts): PrivacyDraft => ({
		title: `Tilgængelighedserklæring for ${facts.publicUrl}`,
		notice: noticeOf(
			facts,
			'tilgængelighedserklæring efter lov om tilgængelighed af offentlige organers websteder og mobilapplikationer. Offentlige organer laver den endelige erklæring i Digitaliseringsstyrelsens værktøj'
		),
		sections: [
			{
				heading: 'Hvem erklæringen gælder',
				paragraphs: [
					`${facts.organisation} er ansvarlig for ${facts.publicUrl}. Kravene er dem i EN 301 549 og WCAG 2.1, niveau A og AA.`
				]
			},
			{
				heading: 'Overholdelse',
				paragraphs: [
					'Forslag: delvis i overensstemmelse. Der er ingen kendte fejl i de sider, der er afprøvet, men ikke alt er afprøvet, og ingen uafhængig har set på det.'
				]
			},
			{
				heading: 'Sådan er det afprøvet',
				points: [
					'Automatisk: De sider, som testene går igennem, bliver kontrolleret med axe (reglerne for WCAG 2.1 A og AA) i to bredder, 390 og 1280 pixels.',
					'Sider virker uden JavaScript. Undtagelserne er spørgeskemaet og den private profil, adgangsnøgler, uret til dialogmødet og svar på en mail med ét tryk.',
					'Felter har ledetekster, fejl står samlet øverst og ved hvert felt, og der er et link forbi menuen.',
					'Ikke afprøvet: skærmlæser, forstørrelse og stemmestyring brugt af mennesker, der har brug for dem.',
					'Ikke afprøvet: hver eneste side i hver tilstand.'
				]
			},
			{
				heading: 'Indhold, der ikke er tilgængeligt',
				points: [
					'Filer til forskere (CSV og SPSS) er datafiler uden opmærkning.',
					'Præsentationer (.pptx) er ikke afprøvet med en skærmlæser. Diagrammerne har en tekst, og det samme indhold findes som side og PDF.',
					`Andet, I selv har fundet: ${open}`
				]
			},
			{
				heading: 'Sig til',
				points: [
					`Kontakt, hvis noget ikke kan bruges: ${open}`,
					'Er svaret ikke godt nok, kan der klages til Digitaliseringsstyrelsen, som fører tilsyn.'
				]
			},
			{ heading: 'Dato', points: [`Udkast lavet den ${dayOf(facts.day)}`, `Godkendt den: ${open}`] }
		]
	})
};

const roleNames: Readonly<Record<string, string>> = {
	'programme-lead': 'Programleder',
	committee: 'Arbejdsmiljøudvalg',
	manager: 'Leder af ledere',
	facilitator: 'Mødeleder',
	'evidence-editor': 'Redaktør af videnbasen',
	operator: 'Driftsansvarlig'
};

function noticeOf(facts: PrivacyFacts, what: string): string {
	return `Udkast til ${what}. Lavet den ${dayOf(facts.day)} ud fra indstillingerne i denne installation (version ${facts.programVersion}). Det er ikke juridisk rådgivning: jeres databeskyttelsesrådgiver skal læse det, rette det og udfylde det, der mangler.`;
}

function purposeOf(): DraftSection {
	return {
		heading: 'Formål',
		paragraphs: [
			'At finde ud af, hvad der belaster og bærer ledere som gruppe, at vælge indsatser efter viden og at se, om de hjælper. Svar bruges ikke til at vurdere den enkelte.'
		]
	};
}

function keyText({ keyCustody }: PrivacyFacts): string {
	return `Nøglen ligger uden for databasen og ødelægges ved åbningen. Målinger med nøglen i en fil: ${keyCustody.file}. Delt mellem to personer: ${keyCustody.split}`;
}

function accessText(facts: PrivacyFacts): string {
	const second =
		facts.secondFactorRoles.length === 0
			? 'Ingen rolle kræver to trin i dag'
			: `To trin kræves af: ${facts.secondFactorRoles.map((role) => roleNames[role] ?? role).join(', ')}`;
	return `Roller, log over hvem der har set og ændret hvad. ${second}`;
}

function securityOf(facts: PrivacyFacts): readonly string[] {
	return [
		facts.isEncrypted
			? 'Siden nås over https.'
			: 'Adressen er ikke https. Det skal den være, før rigtige personer bruger den.',
		facts.database === 'embedded'
			? 'Databasen ligger på samme maskine som programmet og kan kun læses af dets bruger. Disken skal I selv kryptere.'
			: 'Databasen er en PostgreSQL-server. Kryptering af disk og forbindelse er jeres.',
		facts.singleSignOn === null
			? 'Brugere logger ind med et link i en mail eller en adgangsnøgle. Der er ingen adgangskoder.'
			: `Brugere logger ind gennem ${facts.singleSignOn}, med et link i en mail eller med en adgangsnøgle.`,
		facts.quietHours === null
			? 'Mails sendes på alle tider.'
			: `Mails sendes ikke mellem kl. ${facts.quietHours.from} og ${facts.quietHours.to}.`,
		facts.hasMetrics
			? 'Overvågning er slået til. Ingen måletal siger, hvornår nogen svarer.'
			: 'Overvågning med måletal er slået fra.',
		'Logfiler rummer ingen navne, adresser, nøgler eller svar.'
	];
}

function retentionOf({ retention }: PrivacyFacts): readonly string[] {
	return [
		`Svar slettes efter frigivelse: ${months(retention.responses)}. Det frigivne bliver.`,
		`Oplysninger om fratrådte ledere: ${months(retention['left-leaders'])}.`,
		`Mails: ${months(retention.mails)}. Log: ${months(retention.events)}. Personalefiler: ${months(retention.imports)}.`,
		'Sikkerhedskopier rummer det slettede, til de selv bliver slettet.'
	];
}
