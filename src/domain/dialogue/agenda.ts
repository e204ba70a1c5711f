// The order of a meeting about a group's result, and how long each part takes.

export type MeetingMinutes = 60 | 90;

export type AgendaStepId = 'welcome' | 'answered' | 'surprises' | 'weighs' | 'causes' | 'choose' | 'decide' | 'close';

export type AgendaStep = {
	readonly id: AgendaStepId;
	readonly minutes: number;
	/** Minutes from the meeting's beginning. */
	readonly beginsAfterMinutes: number;
};

export const meetingLengths: readonly [MeetingMinutes, ...MeetingMinutes[]] = [60, 90];

/** Causes and decisions get the most time: a meeting that only looks at figures changes nothing. */
const minutesOf: Readonly<Record<MeetingMinutes, readonly (readonly [AgendaStepId, number])[]>> = {
	60: [
		['welcome', 5],
		['answered', 7],
		['surprises', 8],
		['weighs', 8],
		['causes', 14],
		['choose', 6],
		['decide', 9],
		['close', 3]
	],
	90: [
		['welcome', 7],
		['answered', 10],
		['surprises', 12],
		['weighs', 12],
		['causes', 22],
		['choose', 9],
		['decide', 13],
		['close', 5]
	]
};

/** The meeting's eight parts in order. `length`: the whole meeting, in minutes; the parts add up to it. Throws nothing. */
export function agendaOf(length: MeetingMinutes): readonly AgendaStep[] {
	let beginsAfterMinutes = 0;
	return minutesOf[length].map(([id, minutes]) => {
		const step = { id, minutes, beginsAfterMinutes };
		beginsAfterMinutes += minutes;
		return step;
	});
}
