// Claims as paragraphs: each with its works in brackets and the number of a note; notes that say the same are one.
import type { Block, Line, Note, Run } from '#domain/overview/document.ts';
import type { CertaintyStep, ToldFinding, ToldSubject, ToldWork } from '#domain/overview/overview.ts';
import { capital, citationOf, heading, paragraph, sentence, type Wording } from './wording.ts';

export type Notes = {
	/** The number under which the note stands; null for an empty one. */
	readonly numberOf: (line: Line) => Run | null;
	/** The notes so far, as a block at the end of a section; none where there are none. */
	readonly blocks: () => readonly Block[];
};

/** Collects the notes of one section. */
export function collectNotes(section: string, { texts }: Wording): Notes {
	const notes = new Map<string, Note>();
	return {
		numberOf: (line) => {
			if (line.length === 0) return null;
			const key = line.map((run) => run.text).join('');
			const number = notes.get(key)?.number ?? `${notes.size + 1}`;
			const id = `note-${section}-${number}`;
			notes.set(key, { id, number, line });
			return { text: number, style: 'note', to: id };
		},
		blocks: () => (notes.size === 0 ? [] : [{ kind: 'notes', label: texts.overview.notes, notes: [...notes.values()] }])
	};
}

/** One paragraph for each certainty, the surest first. */
export function stepBlocks(steps: readonly CertaintyStep[], notes: Notes, wording: Wording): readonly Block[] {
	return steps.map(({ certainty, findings }) =>
		paragraph([
			{ text: wording.texts.overview.claims.steps[certainty], style: 'strong' },
			...findings.flatMap((told) => [{ text: ' ' }, ...claimLine(told, notes, wording)])
		])
	);
}

/** What is said but not shown by any source, as a list under a heading of its own. */
export function uncarriedBlocks(
	{ section, findings }: { readonly section: string; readonly findings: readonly ToldFinding[] },
	notes: Notes,
	wording: Wording
): readonly Block[] {
	if (findings.length === 0) return [];
	const words = wording.texts.overview.claims;
	return [
		heading(3, `${section}-not-shown`, words.uncarriedTitle),
		paragraph(words.uncarried(findings.length)),
		{ kind: 'list', isNumbered: false, items: findings.map((told) => claimLine(told, notes, wording)) }
	];
}

export function subjectBlocks(
	{ section, subject }: { readonly section: string; readonly subject: ToldSubject },
	notes: Notes,
	wording: Wording
): readonly Block[] {
	return [
		...stepBlocks(subject.steps, notes, wording),
		...uncarriedBlocks({ section, findings: subject.uncarried }, notes, wording)
	];
}

/** "Claim (Works, year; but see Others, year).³ What makes a difference." */
export function claimLine(told: ToldFinding, notes: Notes, wording: Wording): Line {
	const { finding } = told;
	const claim = sentence(wording.say(finding.claim).trim());
	const cited = bracketed(told, wording);
	const marker = notes.numberOf(noteLine(told, wording));
	const isPlain = claim.endsWith('.') && cited.length > 0;
	return [
		{ text: isPlain ? claim.slice(0, -1) : claim },
		...(cited.length > 0 ? [{ text: ' (' }, ...cited, { text: isPlain ? ').' : ')' }] : []),
		...(marker === null ? [] : [marker]),
		...(finding.moderator === null ? [] : [{ text: ` ${sentence(wording.say(finding.moderator))}` }])
	];
}

/** Works that count, then those that point the other way; where none counts, all that are named. */
function bracketed({ works, isCarried }: ToldFinding, wording: Wording): Line {
	const words = wording.texts.overview.claims;
	const contradicting = works.filter((work) => work.standing === 'contradicts');
	const first = works.filter((work) => (isCarried ? work.standing === 'counts' : work.standing !== 'contradicts'));
	const other = listed(contradicting, wording);
	const separator = first.length > 0 ? '; ' : '';
	return [
		...listed(first, wording),
		...(other.length === 0 ? [] : [{ text: `${separator}${words.butSee} ` }, ...other])
	];
}

/** Who was studied and how, what to know of it, and which named works do not count. */
function noteLine(told: ToldFinding, wording: Wording): Line {
	const { finding, isCarried, works, designs } = told;
	const words = wording.texts.overview.claims;
	const studied = isCarried
		? [
				sentence(capital(wording.say(finding.population))),
				sentence(capital(designs.map((design) => words.designs[design]).join('; ')))
			]
		: [];
	const known = finding.note === null ? [] : [sentence(wording.say(finding.note))];
	const rest = works.filter(({ standing }) => standing === 'shows-less' || standing === 'not-verified');
	const text = [...studied, ...known].join(' ');
	const line: Run[] = text === '' ? [] : [{ text }];
	if (!isCarried || rest.length === 0) return line;
	return [
		...line,
		{ text: `${text === '' ? '' : ' '}${words.doesNotCount}: ` },
		...listed(rest, wording),
		{ text: '.' }
	];
}

/** "A, 2018; B, 2020, not verified", in the order of a reference list. */
function listed(works: readonly ToldWork[], wording: Wording): Line {
	const { notVerified } = wording.texts.overview.claims;
	return works
		.map(({ study }) => ({ study, run: citationOf(study, wording) }))
		.toSorted((left, right) => left.run.text.localeCompare(right.run.text, wording.language))
		.flatMap(({ study, run }, place) => [
			...(place === 0 ? [] : [{ text: '; ' }]),
			run,
			...(study.status === 'verified' ? [] : [{ text: `, ${notVerified}` }])
		]);
}
