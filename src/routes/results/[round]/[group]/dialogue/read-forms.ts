// What the parts of the meeting page hold, as typed. They are one form, so that a button of one part loses nothing typed in
// another; each part posts what stood in it when the page was opened, so that only what somebody typed counts as typed.

export type NotesValues = {
	readonly themes: readonly string[];
	readonly agreement: string;
	readonly owner: string;
	readonly upward: string;
	readonly followUpOn: string;
};

export type MeetingValues = {
	readonly day: string;
	readonly time: string;
	readonly minutes: string;
	readonly place: string;
};

export type HeldValues = {
	readonly heldOn: string;
	readonly tookPart: string;
	readonly roles: string;
	readonly representative: 'yes' | 'no' | '';
};

export function readNotesForm(form: FormData): NotesValues {
	return {
		themes: form.getAll('themes').map(String),
		agreement: textIn(form, 'agreement'),
		owner: textIn(form, 'owner'),
		upward: textIn(form, 'upward'),
		followUpOn: textIn(form, 'follow-up')
	};
}

export function readMeetingForm(form: FormData): MeetingValues {
	return {
		day: textIn(form, 'day'),
		time: textIn(form, 'time'),
		minutes: textIn(form, 'minutes'),
		place: textIn(form, 'place')
	};
}

export function readHeldForm(form: FormData): HeldValues {
	const answer = textIn(form, 'representative');
	return {
		heldOn: textIn(form, 'held-on'),
		tookPart: textIn(form, 'took-part'),
		roles: textIn(form, 'roles'),
		representative: answer === 'yes' || answer === 'no' ? answer : ''
	};
}

export const partNames = {
	notes: { was: 'was-notes', version: 'notes-version' },
	meeting: { was: 'was-meeting', version: 'meeting-version' },
	held: { was: 'was-held' }
} as const;

/** Each with the version it was filled in from; null where nothing was typed. */
export type Typed = {
	readonly notes: (NotesValues & { readonly version: number }) | null;
	/** A version of null: of what stands now. */
	readonly meeting: (MeetingValues & { readonly version: number | null }) | null;
	readonly held: HeldValues | null;
};

export function readTyped(form: FormData): Typed {
	const notes = readNotesForm(form);
	const meeting = readMeetingForm(form);
	const held = readHeldForm(form);
	return {
		notes: isTyped(form, 'notes', notes) ? { ...notes, version: readVersion(form, 'notes') } : null,
		meeting: isTyped(form, 'meeting', meeting) ? { ...meeting, version: readVersion(form, 'meeting') } : null,
		held: isTyped(form, 'held', held) ? held : null
	};
}

/** What a part says, in one line, to be compared with what it said before. */
export function lineOf(values: NotesValues | MeetingValues | HeldValues): string {
	return JSON.stringify(
		Object.values(values).map((value: string | readonly string[]) =>
			typeof value === 'string' ? value : value.toSorted()
		)
	);
}

/** The version a part was filled in from. */
export function readVersion(form: FormData, part: 'notes' | 'meeting'): number {
	return Number(form.get(partNames[part].version) ?? 0);
}

function isTyped(
	form: FormData,
	part: keyof typeof partNames,
	values: NotesValues | MeetingValues | HeldValues
): boolean {
	const was = form.get(partNames[part].was);
	return was !== null && was !== lineOf(values);
}

function textIn(form: FormData, name: string): string {
	// Browsers send line ends as two signs; one is kept, so that lengths count what people typed.
	return String(form.get(name) ?? '').replaceAll('\r\n', '\n');
}
