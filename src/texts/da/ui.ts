/** Ord, som byggeklodserne på alle sider bruger. */
export const ui = {
	brand: 'Ledertrivsel',
	skipToContent: 'Gå til indholdet',
	demoBanner: 'Demonstration – alle personer og svar er opdigtede',
	navigation: {
		main: 'Hovedmenu',
		footer: 'Om siden',
		breadcrumbs: 'Du er her',
		languages: 'Sprog',
		pages: 'Sider'
	},
	account: {
		signedInAs: 'Du er logget ind som',
		signOut: 'Log ud'
	},
	whoCanSee: {
		label: 'Hvem kan åbne siden',
		explain: 'Hvorfor?'
	},
	form: {
		optional: '(kan springes over)',
		choose: 'Vælg',
		error: 'Fejl',
		errorSummaryTitle: (count: number) => (count === 1 ? 'Der er én ting at rette' : `Der er ${count} ting at rette`)
	},
	alert: {
		info: 'Til orientering',
		success: 'Det lykkedes',
		warning: 'Vær opmærksom',
		error: 'Fejl'
	},
	steps: {
		label: 'Trin',
		position: (current: number, total: number) => `Trin ${current} af ${total}`,
		done: 'færdig'
	},
	progress: {
		position: (current: number, total: number) => `${current} af ${total}`,
		label: 'Hvor langt du er'
	},
	pagination: {
		previous: 'Forrige',
		next: 'Næste',
		current: (page: number, pages: number) => `Side ${page} af ${pages}`
	},
	value: {
		atMost: (value: string) => `højst ${value}`,
		atLeast: (value: string) => `mindst ${value}`,
		withheld: 'vises ikke',
		notAnswered: 'ikke besvaret',
		none: 'ikke opgjort',
		range: (from: string, to: string) => `${from}–${to}`
	},
	factorPicture: {
		strainTitle: 'Det belaster',
		strainNote: 'højere tal = mere belastning',
		carryTitle: 'Det bærer',
		carryNote: 'højere tal = mere at stå på',
		strainMost: 'fylder mest',
		carryMost: 'bærer mest',
		showTable: 'Vis som tabel',
		factor: 'Forhold',
		value: 'Tal',
		reference: 'Sammenlignet med',
		interval: 'Usikkerhed',
		remark: 'Bemærkning',
		measured: (value: string) => `målt ${value}`,
		measuredMean: 'Målt gennemsnit',
		estimate: 'Skøn',
		keyMeasured: 'det målte gennemsnit',
		key: 'Sådan læses billedet',
		keyInterval: 'så langt kan tallet svinge',
		keyWithheld: 'vises ikke, så ingen kan regne en enkelt persons svar ud',
		keyBound: 'her viser vi kun, hvad tallet højst eller mindst er'
	},
	heatMap: {
		unit: 'Enhed',
		strain: 'Det belaster',
		carry: 'Det bærer',
		key: 'Sådan læses kortet',
		keyStrain: 'skraveret: jo længere streg, jo mere belastning',
		keyCarry: 'ensfarvet: jo længere streg, jo mere at stå på',
		keyWithheld: 'vises ikke, så ingen kan regne en enkelt persons svar ud',
		scroll: 'Tabellen kan rulles til siden'
	},
	evidence: {
		certainty: {
			high: 'høj sikkerhed',
			moderate: 'moderat sikkerhed',
			low: 'lav sikkerhed',
			'very-low': 'meget lav sikkerhed'
		},
		level: {
			organisation: 'Organisationen',
			group: 'Ledergruppen',
			leadership: 'Leder og nærmeste leder',
			individual: 'Den enkelte leder'
		},
		studies: (studies: number, reviews: number) => {
			if (studies === 0) return 'Ingen studier endnu';
			const all = studies === 1 ? '1 studie' : `${studies} studier`;
			if (reviews === 0) return all;
			if (studies === 1) return '1 studie, en oversigt';
			if (reviews === studies) return `${all}, alle oversigter`;
			return `${all}, heraf ${reviews} ${reviews === 1 ? 'oversigt' : 'oversigter'}`;
		},
		notVerified: 'ikke efterprøvet',
		notVerifiedLong: 'Vi har ikke kunnet kontrollere denne henvisning i originalen',
		review: 'oversigt',
		why: 'Hvorfor foreslås det?'
	},
	progressCount: {
		invited: 'inviteret',
		collected: 'har hentet spørgeskemaet',
		submitted: 'har svaret',
		of: (count: string, total: string) => `${count} af ${total}`
	}
};

export type UiTexts = typeof ui;
