import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { meetingCalendar, type CalendarMeeting } from './meeting-calendar.ts';

const meeting: CalendarMeeting = {
	uid: 'dialogue-1@example.org',
	sequence: 1,
	method: 'request',
	language: 'da',
	title: 'Dialogmøde\nBEGIN:VEVENT',
	text: `Æblegrød; rød, og ${'ø'.repeat(100)}\nLinje to`,
	place: 'Lokale 3, stuen',
	url: 'https://example.org/a',
	begins: new Date('2026-07-10T12:30:00Z'),
	minutes: 90,
	madeAt: new Date('2026-06-01T08:00:00Z'),
	organiser: { name: 'Ledertrivsel', email: 'from@example.org' },
	attendee: 'anna@example.org'
};

test('a meeting is asked for by the clock in Denmark, with the zone’s rules beside it', () => {
	const text = meetingCalendar(meeting);
	assert.match(text, /\r\nMETHOD:REQUEST\r\n/);
	assert.match(text, /DTSTART;TZID=Europe\/Copenhagen:20260710T143000\r\n/);
	assert.match(text, /DTEND;TZID=Europe\/Copenhagen:20260710T160000\r\n/);
	assert.match(text, /BEGIN:VTIMEZONE\r\nTZID:Europe\/Copenhagen\r\n/);
	assert.match(text, /DTSTAMP:20260601T080000Z\r\n/);
	assert.match(text, /ORGANIZER;CN="Ledertrivsel":mailto:from@example\.org/i);
	assert.equal(text.match(/ATTENDEE/g)?.length, 1);
	assert.equal(meetingCalendar(meeting), text, 'the same meeting gives the same file');
});

test('the server’s own zone does not move the meeting', () => {
	const file = new URL('./meeting-calendar.ts', import.meta.url).pathname;
	const program = `
		import { meetingCalendar } from ${JSON.stringify(file)};
		const given = JSON.parse(process.argv[1]);
		process.stdout.write(meetingCalendar({ ...given, begins: new Date(given.begins), madeAt: new Date(given.madeAt) }));
	`;
	const parameters = ['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '-e', program];
	const inZone = (zone: string) =>
		execFileSync(process.execPath, [...parameters, JSON.stringify(meeting)], {
			env: { ...process.env, TZ: zone },
			encoding: 'utf8'
		});
	const text = meetingCalendar(meeting);
	for (const zone of ['America/New_York', 'Asia/Kolkata']) assert.equal(inZone(zone), text, zone);
});

test('what people wrote stays inside its own line', () => {
	const text = meetingCalendar(meeting);
	assert.equal(text.match(/^BEGIN:VEVENT\r$/gm)?.length, 1);
	assert.match(text, /SUMMARY:Dialogmøde BEGIN:VEVENT\r\n/);
	assert.match(text.replaceAll('\r\n ', ''), /DESCRIPTION:Æblegrød\\; rød\\, og ø{100}\\nLinje to\r\n/);
	assert.ok(
		text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75),
		'lines are folded at 75 bytes'
	);
});

test('calling off keeps the number of the meeting, and a download asks nobody', () => {
	const off = meetingCalendar({ ...meeting, method: 'cancel', sequence: 3 });
	assert.match(off, /METHOD:CANCEL\r\n[\s\S]*UID:dialogue-1@example\.org\r\nSEQUENCE:3\r\n[\s\S]*STATUS:CANCELLED/);
	const download = meetingCalendar({ ...meeting, method: 'publish', attendee: null, url: null });
	assert.match(download, /METHOD:PUBLISH/);
	assert.doesNotMatch(download, /ATTENDEE|URL/);
});
