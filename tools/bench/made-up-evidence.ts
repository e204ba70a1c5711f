// An evidence base many times as large as the shipped one, made of its records: other words, other names, and thousands
// of words that the base does not have, as a real base of that size would bring. The same seed makes the same base.
import type { EvidenceBase, Finding, Intervention, Study } from '#domain/evidence/evidence.ts';
import type { Language, Localised } from '#domain/language/localised.ts';
import { seededRandom, type SeededRandom } from '#server/demonstration/seeded-random.ts';

const countries = [
	...['AU', 'BE', 'CA', 'CH', 'DE', 'DK', 'ES', 'FI', 'FR', 'GB'],
	...['GR', 'IE', 'IS', 'IT', 'JP', 'NL', 'NO', 'NZ', 'SE', 'US']
];
const newWords = 25_000;
const shareOfOtherWords = 0.25;

type Variation = {
	readonly random: SeededRandom;
	readonly varied: (text: Localised) => Localised;
	readonly maybe: (text: Localised | null) => Localised | null;
	readonly variedText: (language: Language, text: string) => string;
};

/** `works` studies, and findings and interventions in the same proportion to them as in the base. */
export function madeUpEvidence(
	base: EvidenceBase,
	wanted: { readonly works: number; readonly seed: number }
): EvidenceBase {
	const variation = variationOf(base, seededRandom(wanted.seed));
	const times = Math.round(wanted.works / base.studies.length);
	const studies = Array.from({ length: wanted.works }, (_, number) => {
		const study = base.studies[number % base.studies.length];
		if (study === undefined) throw new RangeError('there is no study to go by');
		return madeUpStudy(study, number, variation);
	});
	const someStudies = (like: readonly string[]) =>
		like.map(() => studies[variation.random.whole(0, studies.length - 1)]?.id ?? '');
	const copies = Array.from({ length: times }, (_, copy) => copy);
	return {
		...base,
		studies,
		findings: copies.flatMap((copy) =>
			base.findings.map((finding) => madeUpFinding(finding, copy, variation, someStudies(finding.studies)))
		),
		interventions: copies.flatMap((copy) =>
			base.interventions.map((one) => madeUpIntervention(one, copy, variation, someStudies(one.studies)))
		),
		mentions: []
	};
}

function madeUpStudy(study: Study, number: number, { random, maybe, variedText }: Variation): Study {
	return {
		...study,
		id: `${study.id}-${number}`,
		authors: study.authors.map(({ given }) => ({ family: madeUpName(random), given })),
		year: random.whole(1995, 2026),
		title: variedText('en', study.title ?? 'A study of leaders'),
		countries: study.countries.map(() => countries[random.whole(0, countries.length - 1)] ?? 'DK'),
		population: maybe(study.population),
		mainFinding: maybe(study.mainFinding)
	};
}

function madeUpFinding(
	finding: Finding,
	copy: number,
	{ varied, maybe }: Variation,
	studies: readonly string[]
): Finding {
	const { from } = finding;
	return {
		...finding,
		id: `${finding.id}-${copy}`,
		from: from.kind === 'intervention' && from.id !== null ? { ...from, id: `${from.id}-${copy}` } : from,
		claim: varied(finding.claim),
		moderator: maybe(finding.moderator),
		note: maybe(finding.note),
		population: varied(finding.population),
		studies,
		notShownBy: [],
		contradictedBy: []
	};
}

function madeUpIntervention(
	intervention: Intervention,
	copy: number,
	{ varied }: Variation,
	studies: readonly string[]
): Intervention {
	return {
		...intervention,
		id: `${intervention.id}-${copy}`,
		name: varied(intervention.name),
		description: varied(intervention.description),
		steps: intervention.steps.map(varied),
		mandate: varied(intervention.mandate),
		findings: intervention.findings.map((id) => `${id}-${copy}`),
		studies
	};
}

function variationOf(base: EvidenceBase, random: SeededRandom): Variation {
	const pools = { da: wordPool(base, 'da', random), en: wordPool(base, 'en', random) };
	// Few words are common and most are rare: squaring makes the first ones come far more often.
	const anyOf = (pool: readonly string[]) => pool[Math.floor(random.next() ** 2 * pool.length)] ?? '';
	const variedText = (language: Language, text: string) =>
		text.replace(/\p{L}{4,}/gu, (word) => {
			if (!random.chance(shareOfOtherWords)) return word;
			return anyOf(random.chance(0.5) ? pools[language].own : pools[language].made);
		});
	const varied = (text: Localised) => ({ da: variedText('da', text.da), en: variedText('en', text.en) });
	return { random, varied, variedText, maybe: (text) => (text === null ? null : varied(text)) };
}

/** The base's words, and words that two of them make together: Danish grows in this way. */
function wordPool(base: EvidenceBase, language: Language, random: SeededRandom) {
	const texts = [
		...base.findings.map((finding) => finding.claim),
		...base.interventions.flatMap(({ description, steps }) => [description, ...steps])
	];
	const own = random.shuffled([
		...new Set(texts.flatMap((text) => text[language].toLowerCase().match(/\p{L}{4,}/gu) ?? []))
	]);
	const any = () => own[random.whole(0, own.length - 1)] ?? '';
	const made = new Set<string>();
	while (made.size < newWords) made.add(any() + any());
	return { own, made: [...made] };
}

function madeUpName(random: SeededRandom): string {
	const starts = [
		'And',
		'Berg',
		'Dal',
		'Ek',
		'Fors',
		'Grøn',
		'Holm',
		'Jens',
		'Kar',
		'Lind',
		'Mar',
		'Ny',
		'Ols',
		'Pet',
		'Sand'
	];
	const middles = ['a', 'e', 'er', 'in', 'o', 'el', 'un', 'is', 'ar', 'om'];
	const ends = ['sen', 'son', 'gren', 'quist', 'mann', 'berg', 'ström', 'lund', 'stad', 'ley', 'ton', 'ier', 'ez'];
	const one = (parts: readonly string[]) => parts[random.whole(0, parts.length - 1)] ?? '';
	return one(starts) + one(middles) + one(random.chance(0.5) ? middles : ['']) + one(ends);
}
