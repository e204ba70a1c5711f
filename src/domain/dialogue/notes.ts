// What a group has written down at its meeting. No name of who said or answered what belongs in it.

export type DialogueNotes = {
	/** Ids of factors: what the group chose to work on. */
	readonly themes: readonly string[];
	/** What was agreed, in the group's own words. */
	readonly agreement: string;
	/** Who owns it: a role or a function, with the mandate to change it. */
	readonly owner: string;
	/** What lies above the group and goes upward as a proposal. */
	readonly upward: string;
	/** Calendar day YYYY-MM-DD on which the group looks at it again, or empty. */
	readonly followUpOn: string;
};

export const noNotes: DialogueNotes = { themes: [], agreement: '', owner: '', upward: '', followUpOn: '' };

export type NotesProblem = 'too-many-themes' | 'theme-unknown' | 'text-too-long' | 'follow-up-not-a-day';

/** Longest text of each field, in characters. */
export const longestNote = 4000;
export const mostThemes = 2;

/**
 * What is wrong with notes; none where they can be saved. Empty fields are right: notes are written bit by bit.
 *
 * `factors`: ids that can be chosen. Throws nothing.
 */
export function checkNotes(notes: DialogueNotes, factors: readonly string[]): readonly NotesProblem[] {
	const problems: NotesProblem[] = [];
	if (new Set(notes.themes).size > mostThemes) problems.push('too-many-themes');
	if (notes.themes.some((theme) => !factors.includes(theme))) problems.push('theme-unknown');
	if ([notes.agreement, notes.owner, notes.upward].some((text) => text.length > longestNote))
		problems.push('text-too-long');
	if (notes.followUpOn !== '' && !isCalendarDay(notes.followUpOn)) problems.push('follow-up-not-a-day');
	return problems;
}

/** Notes as they lie in the database; what is missing there is empty. Throws nothing. */
export function readNotes(stored: unknown): DialogueNotes {
	if (typeof stored !== 'object' || stored === null) return noNotes;
	const fields = new Map<string, unknown>(Object.entries(stored));
	const text = (name: keyof DialogueNotes) => {
		const value = fields.get(name);
		return typeof value === 'string' ? value : '';
	};
	const themes = fields.get('themes');
	return {
		themes: Array.isArray(themes) ? themes.filter((theme) => typeof theme === 'string') : [],
		agreement: text('agreement'),
		owner: text('owner'),
		upward: text('upward'),
		followUpOn: text('followUpOn')
	};
}

function isCalendarDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const moment = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
