// What the forms of the meeting page hold, as typed.

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

/** The version a form was filled in from. */
export function readVersion(form: FormData): number {
	return Number(form.get('version') ?? 0);
}

function textIn(form: FormData, name: string): string {
	// Browsers send line ends as two signs; one is kept, so that lengths count what people typed.
	return String(form.get(name) ?? '').replaceAll('\r\n', '\n');
}
