const number = new Intl.NumberFormat('da');

const leaders = (count: number) => (count === 1 ? 'én leder' : `${number.format(count)} ledere`);
const groups = (count: number) => (count === 1 ? 'én gruppe' : `${number.format(count)} grupper`);

/** Grupperne i en måling, før den bliver åbnet. */
export const roundGroups = {
	title: 'Grupperne i målingen',
	link: 'Se grupperne, og læg flere sammen',
	lead: (invited: number, count: number) =>
		`Svarene fra ${leaders(invited)} bliver lagt sammen i ${groups(count)}. Du kan ændre grupperne, indtil du åbner målingen.`,
	rule: (minimum: number) =>
		`En gruppe er en eller flere ledergrupper: ledere, der har samme leder. Er der færre end ${minimum}, er de lagt sammen med naboer i organisationen. Du kan lægge flere sammen, men ikke dele en gruppe: Så kunne tallene føres tilbage til få ledere.`,
	tooFew: (count: number, minimum: number) =>
		`Der er kun ${leaders(count)} dér, hvor du har valgt at spørge. Der skal være mindst ${minimum}. Vælg en større del af organisationen.`,
	alreadyOpen: 'Målingen er åbnet, så grupperne ligger fast.',
	alike: {
		title: 'Skal nogle holdes sammen?',
		label: 'Når små ledergrupper bliver lagt sammen',
		hint: 'Kun hvor der er nok. En ledergruppe bliver aldrig delt, og ingen afdeling mister sit eget tal af den grund.',
		none: 'Læg naboer sammen',
		level: 'Læg helst ledere på samme niveau sammen',
		profession: 'Læg helst ledere fra samme faggruppe sammen',
		known: (known: number, all: number) =>
			known === 0
				? 'Det står ikke i den fil, organisationen er læst ind fra.'
				: `Vi kender det for ${number.format(known)} af ${number.format(all)} ledere.`,
		save: 'Gem, og lav grupperne igen'
	},
	moved: {
		title: (round: string) => `Hvad er anderledes end i »${round}«?`,
		none: 'Ingen ledere skifter gruppe.',
		some: (count: number) =>
			`${count === 1 ? 'Én leder skifter' : `${number.format(count)} ledere skifter`} gruppe, fordi organisationen er ændret. Deres tal kan ikke følges fra den ene måling til den anden.`,
		unknown:
			'Ledergrupperne er blevet i deres gamle grupper, hvor det kan lade sig gøre. Vi ved ikke, hvem der var i dem dengang.',
		columns: { unit: 'Enhed', leaders: 'Ledere', from: 'Før i gruppen', to: 'Nu i gruppen' }
	},
	table: {
		title: 'Grupper',
		titleOf: (unit: string) => `Grupper i ${unit}`,
		columns: { group: 'Gruppe', place: 'Hører under', invited: 'Inviterede', chance: 'Får nok svar', alike: 'Fælles' },
		chanceNote: (threshold: number, percent: string) =>
			`»Får nok svar« er chancen for, at mindst ${threshold} svarer, hvis ${percent} af lederne gør det. »Fælles« er det, som alle i gruppen har til fælles.`,
		over: (percent: string) => `over ${percent}`,
		level: (value: string) => `Niveau: ${value}`,
		profession: (value: string) => `Faggruppe: ${value}`,
		merged: 'Lagt sammen af jer',
		arrived: (count: number) =>
			count === 1
				? 'Én leder var i en anden gruppe sidst'
				: `${number.format(count)} ledere var i en anden gruppe sidst`
	},
	merge: {
		button: 'Læg de valgte sammen',
		hint: 'Sæt kryds ved grupper i samme del af organisationen, for eksempel to afdelinger på samme hospital.',
		undo: 'Skil ad igen',
		outdated: {
			title: 'Grupper, der ikke kunne lægges sammen',
			'unknown-groups': 'Nogle af de grupper, I har lagt sammen, findes ikke mere, fordi organisationen er ændret.',
			'not-neighbours': 'Nogle af de grupper, I har lagt sammen, ligger ikke længere ved siden af hinanden.',
			forget: 'Glem dem'
		}
	},
	withoutResult: {
		title: (count: number) =>
			count === 1 ? 'Én enhed får ikke sit eget tal' : `${number.format(count)} enheder får ikke deres eget tal`,
		text: 'De har ledere nok, men en gruppe rækker ud over dem. De ser tallet for den gruppe eller for enheden over dem.'
	},
	branch: {
		navigation: 'Del af organisationen',
		below: 'Flere grupper længere nede',
		count: groups
	},
	done: {
		merged: 'Grupperne er lagt sammen.',
		undone: 'Grupperne er skilt ad igen.',
		chosen: 'Grupperne er lavet igen.'
	},
	problems: {
		'too-few-chosen': 'Sæt kryds ved mindst to grupper.',
		'not-neighbours':
			'De grupper ligger i hver sin del af organisationen. Vælg grupper, der hører direkte under den samme enhed.',
		'unknown-group': 'Grupperne er blevet ændret, efter at du åbnede siden. Se dem igennem, og vælg igen.',
		'nothing-to-undo': 'Der var ikke noget at skille ad.',
		'unknown-attribute': 'Vælg en af de tre muligheder.'
	}
};
