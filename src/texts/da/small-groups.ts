import type { GroupAgreement, GroupDifference } from '#domain/statistics/group-meaning.ts';

const difference: Readonly<Record<GroupDifference, string>> = {
	tells: 'siger noget',
	hints: 'fingerpeg',
	'hardly-tells': 'siger næsten intet',
	unknown: 'kan ikke afgøres'
};
const agreement: Readonly<Record<GroupAgreement, string>> = {
	strong: 'meget ens',
	moderate: 'nogenlunde ens',
	weak: 'ret forskellige',
	lacking: 'vidt forskellige',
	unknown: 'ikke opgjort'
};

/** Hvad en lille gruppes tal kan bære, og hvad de ikke kan. */
export const smallGroups = {
	title: 'Hvor meget siger gruppens tal?',
	titleOfRound: 'Hvor meget siger gruppernes tal?',
	howToRead: 'Det store tal er et skøn. Prikken og »målt« viser gennemsnittet af de svar, der er kommet.',
	estimate: (whole: string) =>
		`Når få har svaret, kan et gennemsnit svinge meget. Derfor er hvert skøn trukket et stykke mod gennemsnittet for ${whole}. Jo færre svar, og jo mere ens grupperne er, jo længere.`,
	lead: {
		tells:
			'Ledere i samme gruppe svarer mere ens end ledere på tværs. Gruppens tal siger noget om gruppen og kan holdes op mod andre gruppers.',
		hints:
			'Grupperne er forskellige, men tallet for en enkelt lille gruppe er usikkert. Brug det som et fingerpeg, ikke til at sætte grupper i rækkefølge.',
		'hardly-tells':
			'Ledere i samme gruppe svarer næsten lige så forskelligt som ledere på tværs. Gruppens tal siger næsten intet om gruppen; brug det til samtale, ikke til sammenligning.',
		unknown: 'Målingen er for lille til at afgøre, hvor meget gruppernes tal siger.'
	} satisfies Readonly<Record<GroupDifference, string>>,
	estimateOf: (group: string) => `${group} (skøn)`,
	all: 'Det gælder alle områder.',
	most: 'Det gælder de fleste områder.',
	these: (scales: string) => `Det gælder ${scales}.`,
	disagree: (scales: string) =>
		`Inden for grupperne er svarene meget forskellige, når det gælder ${scales}. Gennemsnittet dækker over flere oplevelser, så spørg, hvem der har det hvordan.`,
	estimateColumn: 'Skøn',
	measuredColumn: 'Målt gennemsnit',
	showFigures: 'Vis tallene bag',
	caption: 'Hvor meget gruppernes tal siger, område for område',
	scale: 'Område',
	verdict: 'Gruppens tal',
	within: 'Svar i samme gruppe',
	icc1: 'ICC(1)',
	icc2: 'ICC(2)',
	rwgj: 'rwg(j)',
	weight: 'Gruppens egne svar vejer',
	whole: (name: string) => `Gennemsnit for ${name}`,
	difference,
	agreement,
	explain: [
		'ICC(1) er den del af forskellene mellem ledere, som ligger mellem grupperne. Fra 0,05 regner vi grupperne for forskellige.',
		'ICC(2) er, hvor sikkert gennemsnittene skiller grupperne fra hinanden. Fra 0,70 kan grupperne holdes op mod hinanden.',
		'rwg(j) er, hvor ens lederne i en gruppe svarer, i gennemsnit for grupperne: meget ens fra 0,71, nogenlunde ens fra 0,51, ret forskellige fra 0,31. Tallet vises aldrig for en enkelt gruppe, for så kunne det røbe, hvad hver enkelt har svaret.'
	],
	source: 'Grænserne er en konvention, ikke en naturlov:',
	sources: 'LeBreton og Senter 2008; Bliese 2000'
};
