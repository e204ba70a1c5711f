// The only script of the meeting page: a clock for the step under way. Without it the page is a list with minutes.
import {
	announcementBetween,
	elapsedMilliseconds,
	goToStep,
	pauseClock,
	readClock,
	readKept,
	startClock,
	type MeetingClock
} from './meeting-clock.ts';
import { findElement } from '#ui/survey/find-element.ts';

const bar = findElement(document, '[data-meeting-clock]');
const face = findElement(bar, '[data-face]');
const said = findElement(document, '[data-meeting-said]');
const toggle = findElement(bar, '[data-do="toggle"]');
const steps = [...document.querySelectorAll<HTMLElement>('[data-meeting-step]')];
const words = (name: string) => bar.dataset[name] ?? '';
/** Kept in this tab, so that saving the notes does not set the clock back. */
const place = `ledertrivsel:meeting-clock:${location.pathname}:${steps.length}`;

let clock: MeetingClock = readKept(readStored(), steps.length);
let lastElapsed = elapsedMilliseconds(clock, Date.now());

for (const button of bar.querySelectorAll<HTMLElement>('[data-do]'))
	button.addEventListener('click', () => act(button));
bar.hidden = false;
moveBar();
show();
setInterval(look, 500);

function act(button: HTMLElement): void {
	const now = Date.now();
	switch (button.dataset.do) {
		case 'toggle':
			if (clock.runsSince === null) {
				clock = startClock(clock, now);
				say(filled(words('startsSaid')));
			} else {
				clock = pauseClock(clock, now);
				say(words('pausedSaid'));
			}
			break;
		case 'next':
			if (clock.step === steps.length - 1) say(words('doneSaid'));
			else go(clock.step + 1, now);
			break;
		case 'previous':
			go(clock.step - 1, now);
			break;
		default:
			go(clock.step, now);
	}
	lastElapsed = elapsedMilliseconds(clock, now);
	keep();
	show();
}

function go(step: number, now: number): void {
	clock = goToStep(clock, step, steps.length, now);
	moveBar();
	say(filled(words('startsSaid')));
	const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
	steps[clock.step]?.scrollIntoView({ block: 'start', behavior: isCalm ? 'auto' : 'smooth' });
}

/** The clock stands in the step under way: it covers nothing, and what it counts is beside it. */
function moveBar(): void {
	const step = steps[clock.step];
	const focused = document.activeElement;
	if (step === undefined || bar.parentElement === step) return;
	step.prepend(bar);
	if (focused instanceof HTMLElement && bar.contains(focused)) focused.focus({ preventScroll: true });
}

/** What the clock says aloud is said once, politely; the face itself is no live region. */
function look(): void {
	if (clock.runsSince === null) return;
	const elapsed = elapsedMilliseconds(clock, Date.now());
	const announcement = announcementBetween(lastElapsed, elapsed, lengthOf(clock.step));
	lastElapsed = elapsed;
	if (announcement === 'one-left') say(filled(words('oneLeftSaid')));
	if (announcement === 'time-up') say(filled(words('timeUpSaid')));
	show();
}

function show(): void {
	const left = lengthOf(clock.step) - elapsedMilliseconds(clock, Date.now());
	const isOver = left < 0;
	face.textContent = words(isOver ? 'over' : 'now')
		.replace('{step}', String(clock.step + 1))
		.replace('{time}', readClock(left));
	bar.toggleAttribute('data-is-over', isOver);
	const hasRun = clock.ranMilliseconds > 0 || clock.step > 0;
	toggle.textContent = clock.runsSince !== null ? words('pause') : words(hasRun ? 'goOn' : 'start');
	for (const [index, step] of steps.entries()) {
		if (index === clock.step) step.setAttribute('aria-current', 'step');
		else step.removeAttribute('aria-current');
	}
}

function lengthOf(step: number): number {
	return Number(steps[step]?.dataset.minutes ?? 0) * 60_000;
}

function filled(sentence: string): string {
	const step = steps[clock.step];
	return sentence
		.replace('{title}', step?.dataset.title ?? '')
		.replace('{minutes}', step?.dataset.minutesInWords ?? '');
}

function say(sentence: string): void {
	said.textContent = sentence;
}

function readStored(): string | null {
	try {
		return sessionStorage.getItem(place);
	} catch {
		return null;
	}
}

/** A browser that keeps nothing still has a clock. */
function keep(): void {
	try {
		sessionStorage.setItem(place, JSON.stringify(clock));
	} catch {
		// Nothing is lost but the clock's place after a reload.
	}
}
