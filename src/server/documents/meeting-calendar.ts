// A meeting as a calendar file (iCalendar, RFC 5545): asked for, changed or called off, by the clock on the wall in Denmark.
import ical, { ICalCalendarMethod, ICalEventStatus, type ICalTemporalZonedDateTimeStub } from 'ical-generator';
import { wallTimeOf } from '#domain/calendar/danish-time.ts';
import type { Language } from '#domain/language/localised.ts';

export type CalendarMeeting = {
	/** The same for all changes of one meeting; letters, digits, - and @. */
	readonly uid: string;
	/** Rises with every change: a calendar takes the highest. */
	readonly sequence: number;
	/** `request` asks those invited, `cancel` calls it off, `publish` is for a download: nobody is asked anything. */
	readonly method: 'request' | 'cancel' | 'publish';
	readonly language: Language;
	readonly title: string;
	readonly text: string;
	readonly place: string;
	/** Where the meeting is prepared; null for somebody who may not open that. */
	readonly url: string | null;
	readonly begins: Date;
	readonly minutes: number;
	/** When this version was made. */
	readonly madeAt: Date;
	readonly organiser: { readonly name: string; readonly email: string };
	/** The one who gets this file, and nobody else: who else comes is not everybody's business. */
	readonly attendee: string | null;
};

const zone = 'Europe/Copenhagen';
const methods = {
	request: ICalCalendarMethod.REQUEST,
	cancel: ICalCalendarMethod.CANCEL,
	publish: ICalCalendarMethod.PUBLISH
} as const;

/** The rules of Danish summer time since 1996, as RFC 5545 writes them. */
const danishZone = [
	'BEGIN:VTIMEZONE',
	`TZID:${zone}`,
	'BEGIN:DAYLIGHT',
	'TZOFFSETFROM:+0100',
	'TZOFFSETTO:+0200',
	'TZNAME:CEST',
	'DTSTART:19960331T020000',
	'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
	'END:DAYLIGHT',
	'BEGIN:STANDARD',
	'TZOFFSETFROM:+0200',
	'TZOFFSETTO:+0100',
	'TZNAME:CET',
	'DTSTART:19961027T030000',
	'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
	'END:STANDARD',
	'END:VTIMEZONE'
].join('\r\n');

/** The file's text. The same meeting and version give the same text. */
export function meetingCalendar(meeting: CalendarMeeting): string {
	const calendar = ical({
		prodId: { company: 'Ledertrivsel', product: 'Ledertrivsel', language: meeting.language.toUpperCase() },
		method: methods[meeting.method],
		// No zone for the calendar as a whole: moments such as that of making stand in UTC.
		timezone: { name: null, generator: () => danishZone }
	});
	calendar.createEvent({
		id: meeting.uid,
		sequence: meeting.sequence,
		stamp: meeting.madeAt,
		start: danishMoment(meeting.begins),
		end: danishMoment(new Date(meeting.begins.getTime() + meeting.minutes * 60_000)),
		timezone: zone,
		summary: oneLine(meeting.title),
		description: meeting.text,
		...(meeting.place.trim() === '' ? {} : { location: oneLine(meeting.place) }),
		...(meeting.url === null ? {} : { url: meeting.url }),
		status: meeting.method === 'cancel' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
		organizer: { name: oneLine(meeting.organiser.name), email: meeting.organiser.email },
		attendees: meeting.attendee === null ? [] : [{ email: meeting.attendee, rsvp: false }]
	});
	return calendar.toString();
}

/**
 * A moment as the clock on the wall in Denmark shows it, in the shape of a zoned date that the package takes: a plain Date
 * it would read in the server's own zone.
 */
function danishMoment(moment: Date): ICalTemporalZonedDateTimeStub {
	const { day, time } = wallTimeOf(moment);
	const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
	const [hour = 0, minute = 0] = time.split(':').map(Number);
	const text = () => `${day}T${time}:00`;
	const date = { year, month, day: dayOfMonth, toJSON: () => day, toString: () => day };
	const plain = { ...date, hour, minute, second: 0, toJSON: text, toString: text };
	const zoned: ICalTemporalZonedDateTimeStub = {
		...plain,
		timeZoneId: zone,
		toInstant: () => ({
			epochMilliseconds: moment.getTime(),
			toJSON: () => moment.toISOString(),
			toString: () => moment.toISOString(),
			toZonedDateTimeISO: () => zoned
		}),
		toPlainDateTime: () => ({ ...plain, toPlainDate: () => date, toZonedDateTime: () => zoned }),
		withTimeZone: () => zoned
	};
	return zoned;
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
