const number = new Intl.NumberFormat('da');

/** Data til forskere: kodebog og kolonner. */
export const research = {
	title: (round: string) => `Data til forskning: ${round}`,
	lead: 'Filerne rummer det, der er frigivet af målingen, og intet andet. Ingen svar fra enkelte ledere.',
	back: 'Til resultaterne',
	link: 'Hent det frigivne som data til forskning',
	files: 'Hent filer',
	csv: 'CSV, til regneark og statistikprogrammer',
	sav: 'SPSS (.sav)',
	codebookFile: 'Kodebog (tekst)',
	rows: (rows: number, withheld: number) =>
		`${number.format(rows)} tal i alt. ${number.format(withheld)} af dem er ikke vist, så ingen kan genkendes.`,
	rules: 'Det skal I vide, før I regner videre',
	ruleList: [
		'Tallene er afrundede. Kolonnen step siger hvor meget.',
		'Et tal, der ikke er vist, er ikke det samme som nul. Se kolonnen status.',
		'Grupper overlapper: en afdelings tal rummer afsnittenes. Læg dem ikke sammen.',
		'Læg ikke filen sammen med andre oplysninger for at finde frem til enkelte personer.'
	],
	codebook: (round: string) => `Kodebog: ${round}`,
	about: (k: number) =>
		`Filen har en række for hvert tal, der er frigivet eller holdt tilbage. Bag hvert vist tal står mindst ${k} svar. Svar fra enkelte ledere findes ikke i filen.`,
	headings: {
		columns: 'Kolonner',
		statuses: 'Værdier i status',
		statistics: 'Værdier i statistic',
		instrument: 'Spørgeskema og skalaer'
	},
	table: { column: 'Kolonne', code: 'Kode', meaning: 'Betydning' },
	columns: {
		group_id: 'Gruppens id',
		group_name: 'Gruppens navn',
		group_path: 'Enhederne oppefra og ned',
		group_kind: 'leaf: én gruppe; union: alt i en enhed; dimension: ledere med noget til fælles',
		parent_id: 'Den mindste gruppe, der omslutter denne',
		dimension: 'Hvad lederne har til fælles, kun ved dimension',
		category: 'Hvilken, kun ved dimension',
		invited: 'Antal inviterede; tomt, hvor det ikke er kendt eller vist',
		responses: 'Antal svar i gruppen',
		scale: 'Skalaens id',
		statistic: 'Hvilket tal det er',
		respondents: 'Antal svar bag tallet',
		value: 'Tallet; tomt, hvor det er holdt tilbage',
		step: 'Afrunding: det uafrundede tal ligger inden for et halvt trin',
		status: 'Om tallet er vist'
	},
	statuses: {
		shown: 'Vist',
		atMost: 'Tallet er højst value',
		atLeast: 'Tallet er mindst value',
		withheld: 'Holdt tilbage'
	},
	missing:
		'Et tal, der er holdt tilbage, er tomt i CSV og system-missing i SPSS og har status 9. Hvorfor det er holdt tilbage, siges ikke.',
	statistics: {
		mean: 'Gennemsnit',
		sd: 'Standardafvigelse',
		share: 'Andel belastede (0–1)',
		better: 'Andel, der har fået det bedre siden sidst (0–1)',
		worse: 'Andel, der har fået det værre siden sidst (0–1)',
		icc1: 'ICC(1), hele organisationen',
		icc2: 'ICC(2), hele organisationen',
		rwgj: 'rwg(j), gennemsnit over grupper',
		alpha: 'Cronbachs alfa, hele organisationen',
		omega: 'McDonalds omega, hele organisationen'
	},
	version: (version: number) => `version ${version}`,
	licence: 'Licens',
	scoring:
		'En skala regnes ud, når mindst halvdelen af spørgsmålene er besvaret. Vendte spørgsmål er vendt først. Formlerne står på siden Metoder.',
	direction: 'Høj score betyder',
	directions: { strain: 'mere belastning', resource: 'mere af det, der bærer', neutral: 'hverken godt eller skidt' },
	metric: 'Enhed',
	metrics: { points: 'point fra 0 til 100', mean: 'gennemsnit i spørgsmålenes egen skala' },
	range: (minimum: number, maximum: number) => `Fra ${minimum} til ${maximum}`,
	strained: {
		'at-least': (cut: number) => `Regnes som belastet fra ${cut} og op`,
		'at-most': (cut: number) => `Regnes som belastet fra ${cut} og ned`
	},
	notPublished: 'Ikke frigivet: skalaen er en sum af andre, som den ville røbe',
	factor: 'Faktor i videnbasen',
	reversed: '(vendt)',
	noWording: 'ordlyden ejes af organisationen'
};
