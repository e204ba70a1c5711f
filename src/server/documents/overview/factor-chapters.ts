// What strains, what carries and the frame around it: a section for each factor, a part for each of its sub-themes.
import type { FactorKind } from '#domain/evidence/evidence.ts';
import type { Block } from '#domain/overview/document.ts';
import type { FactorSection, Overview } from '#domain/overview/overview.ts';
import { collectNotes, stepBlocks, uncarriedBlocks } from './claims.ts';
import { heading, paragraph, type Wording } from './wording.ts';

export function factorChapter(kind: FactorKind, overview: Overview, wording: Wording): readonly Block[] {
	return [
		paragraph(wording.texts.overview.factors.lead[kind]),
		...overview.factors[kind].flatMap((section) => factorSection(section, wording))
	];
}

function factorSection({ factor, themes, uncarried, tally }: FactorSection, wording: Wording): readonly Block[] {
	const words = wording.texts.overview.factors;
	const anchor = `factor-${factor.id}`;
	const notes = collectNotes(factor.id, wording);
	return [
		heading(2, anchor, wording.say(factor.name)),
		paragraph(wording.say(factor.description)),
		paragraph(words.summary(tally), 'quiet'),
		...themes.flatMap(({ theme, steps }) => [
			heading(3, `${anchor}-${theme?.id ?? 'whole'}`, theme === null ? words.whole : wording.say(theme.name)),
			...stepBlocks(steps, notes, wording)
		]),
		...uncarriedBlocks({ section: anchor, findings: uncarried }, notes, wording),
		heading(3, `${anchor}-organisation`, words.organisationOnly),
		paragraph(wording.say(factor.organisationOnly)),
		...notes.blocks()
	];
}
