// The only script of the questionnaire: shows one page at a time, keeps each answer as it is given, shows the leader the
// group that the answers are added up in, and sends.
import { writeEnvelope } from '#domain/ballot/answer-envelope.ts';
import { readFragment, writeFragment, type Invitation } from '#domain/ballot/code.ts';
import { consentTo } from './consent.ts';
import { draftKey, draftStore, memoryStore, type Ballot, type Draft, type DraftStore } from './draft.ts';
import { browserExchange } from './exchange.ts';
import { findElement } from './find-element.ts';
import { findPlace, type FoundPlace } from './find-place.ts';
import { showGroup } from './group-notice.ts';
import { kioskScreen } from './kiosk-screen.ts';
import { otherDevice } from './other-device.ts';
import { pageView } from './page-view.ts';
import { newBallot, sendResponse, type SendOutcome } from './send-response.ts';
import { takeOver } from './take-over.ts';
import { readTransfer, writeTransfer, type Transfer } from './transfer.ts';

const main = findElement(document, '[data-survey]');
const roundId = main.dataset.round ?? '';
const instrument = { id: main.dataset.instrument ?? '', version: Number(main.dataset.version) };
const isKiosk = main.dataset.kiosk !== undefined;
const itemIds: readonly string[] = JSON.parse(main.dataset.items ?? '[]');
const items = itemIds.map((id) => ({
	id,
	values: [...main.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(id)}"]`)].map((one) =>
		Number(one.value)
	)
}));

const arrived = readTransfer(location.hash, items);
const invitation: Invitation | null =
	arrived === null || arrived === 'broken' ? readFragment(location.hash) : arrived.invitation;
const token = invitation?.token ?? '';
const view = pageView(main, (step, question) => {
	go(step);
	question.focus();
	question.scrollIntoView({ block: 'center' });
});
const exchange = browserExchange((trouble) => view.say(trouble));
const consent = consentTo(main, { roundId, answers: () => draft.answers });
const device = isKiosk ? null : otherDevice(main, makeTransfer);
const sendButton = findElement(main, '[data-send]');
const kiosk = isKiosk ? kioskScreen(main, view, () => isSending) : null;

let isKept = !isKiosk;
let store = openStore();
let draft: Draft = fitting(store.read()) ?? emptyDraft();
let found: FoundPlace | null = null;
let isSending = false;

start();

function start(): void {
	cleanAddress();
	if (kiosk === null) keepEarlyAnswers();
	else if (token === '') return kiosk.next();
	if (typeof arrived === 'object' && arrived !== null) receive(arrived);
	view.check(draft.answers);
	listen();
	main.classList.add('is-live');
	const isFilledIn = Object.keys(draft.answers).length > 0;
	if (draft.state === 'sent') return view.showOnly('sent');
	history.replaceState(isFilledIn ? draft.page : -1, '');
	if (findElement(main, '[data-step="choose"]').hidden) view.show(isFilledIn ? draft.page : -1, { hasFocus: false });
	void (draft.state === 'collected' ? send() : lookUpGroup());
}

function listen(): void {
	main.addEventListener('change', (event) => {
		if (event.target instanceof HTMLInputElement && event.target.type === 'radio') keepAnswer(event.target);
	});
	main.addEventListener('click', (event) => {
		const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-go]') : null;
		if (button) go(Number(button.dataset.go));
	});
	sendButton.addEventListener('click', () => void send());
	addEventListener('popstate', (event) => {
		const state: unknown = event.state;
		if (!isSending && draft.state !== 'sent') show(typeof state === 'number' ? state : -1);
	});
	// Another tab of the same invitation has written: take its answers, and stop where it has sent.
	addEventListener('storage', () => {
		draft = fitting(store.read()) ?? draft;
		if (draft.state === 'sent' && !isSending) view.showOnly('sent');
	});
	showProfileLinks();
	// The other language is the same page: the personal part of the address goes along.
	for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]'))
		link.hash = invitation === null ? location.hash : writeFragment(invitation);
}

/** What came along from another device is taken out of the address bar at once; on a shared screen, the code too. */
function cleanAddress(): void {
	const isArrival = arrived !== null && arrived !== 'broken';
	if (!isArrival && !isKiosk) return;
	const fragment = isKiosk || invitation === null ? '' : `#${writeFragment(invitation)}`;
	history.replaceState(history.state, '', `${location.pathname}${location.search}${fragment}`);
}

/** Answers that were given before this script arrived. */
function keepEarlyAnswers(): void {
	const early = draft.state === 'sent' ? {} : view.answersOnPage();
	if (Object.keys(early).length > 0) keep({ answers: { ...draft.answers, ...early } });
}

function receive(transfer: Transfer): void {
	const coming: Draft = { ...emptyDraft(), ...transfer.draft };
	const here = fitting(store.read());
	const taken = takeOver(here, coming, null);
	if (taken.kind === 'taken') {
		keep(taken.draft);
		view.say('arrived');
	}
	if (taken.kind !== 'ask') return;
	view.showOnly('choose');
	for (const choice of ['here', 'arrived'] as const)
		findElement(main, `[data-choose="${choice}"]`).addEventListener('click', () => {
			const chosen = takeOver(fitting(store.read()), coming, choice);
			if (chosen.kind === 'taken') keep(chosen.draft);
			view.check(draft.answers);
			show(draft.page);
			view.say('arrived');
			if (draft.state === 'collected') void send();
		});
}

/** Steps: -1 the introduction, 0 … the pages, after them the review. */
function go(step: number): void {
	if (isSending) return;
	// On a shared screen, "back" must not lead through the steps of whoever was here before.
	if (isKiosk) history.replaceState(step, '');
	else history.pushState(step, '');
	keep({ page: step });
	show(step);
}

function show(step: number): void {
	device?.forget();
	view.show(step);
	if (step === view.pages.length && !isKiosk) void consent.offer();
}

function keepAnswer(input: HTMLInputElement): void {
	if (draft.state === 'sent' || isSending) return view.check(draft.answers);
	keep({ answers: { ...(fitting(store.read())?.answers ?? draft.answers), [input.name]: Number(input.value) } });
	device?.forget();
}

function keep(change: Partial<Draft>): void {
	draft = { ...draft, ...change };
	if (store.write(draft)) return;
	// The browser refuses: the page goes on from memory, and says so.
	isKept = false;
	store = memoryStore();
	store.write(draft);
	showProfileLinks();
	view.say('notSaved');
}

/** The ballot to go on with: another tab may have made one while this one was blinding. */
function keepBallot(ballot: Ballot): Ballot {
	const kept = fitting(store.read())?.ballot ?? null;
	const isSecond = kept !== null && kept.secret !== ballot.secret;
	const used = isSecond ? kept : ballot;
	keep({ ballot: used, state: used.step });
	return used;
}

/** Null, and said, where the leader's place cannot be found or is refused. */
async function findOwnPlace(): Promise<Extract<FoundPlace, { kind: 'found' }> | null> {
	if (token === '') return refuse(arrived === 'broken' ? 'transferBroken' : 'noInvitation');
	if (!canSeal()) return refuse('noCrypto');
	const named = namedHash();
	// The manifest is frozen: a later link that names another one is no link of this round.
	if (named !== (invitation?.manifestHash ?? named)) return refuse('manifest-hash-differs');
	const groupId = draft.ballot?.groupId ?? null;
	if (found?.kind !== 'found')
		found = await findPlace({ roundId, token, namedHash: named, instrument, groupId }, exchange);
	view.hush('offline', 'broken');
	if (found.kind === 'refused') {
		if (found.message === 'closed' && Object.keys(draft.answers).length > 0) keep({ state: 'closed' });
		return refuse(found.message);
	}
	showGroup(main, found.place, named === null);
	return found;
}

function refuse(message: string): null {
	view.say(message);
	return null;
}

/** Which manifest the leader's ballot, the first link or this link names; null after a typed code. */
function namedHash(): string | null {
	return draft.ballot?.manifestHash ?? draft.manifestHash ?? invitation?.manifestHash ?? null;
}

async function lookUpGroup(): Promise<void> {
	const own = await findOwnPlace();
	if (own?.isCollected && draft.ballot === null) view.say('alreadyCollected');
}

async function makeTransfer(): Promise<string | null> {
	if (invitation === null || isSending) return null;
	const own = await findOwnPlace();
	if (own === null) return null;
	// Blinded here, so that both devices have the same signed, whichever sends first.
	if (draft.ballot === null) keepBallot(await newBallot(own.place));
	return writeTransfer({ invitation, draft }, items);
}

async function send(): Promise<void> {
	if (isSending) return;
	draft = fitting(store.read()) ?? draft;
	if (draft.state === 'sent') return finish();
	if (Object.keys(draft.answers).length === 0) return view.say('nothingAnswered');
	isSending = true;
	sendButton.querySelector('button')?.setAttribute('aria-disabled', 'true');
	view.say('sending');
	const outcome = await oneTabAtATime(sendDraft);
	isSending = false;
	sendButton.querySelector('button')?.removeAttribute('aria-disabled');
	if (outcome !== null) settle(outcome);
}

/** Reads the draft again first: another tab may have made the ballot, or sent, while this one waited. */
async function sendDraft(): Promise<SendOutcome | null> {
	draft = fitting(store.read()) ?? draft;
	if (draft.state === 'sent') return 'stored';
	const own = await findOwnPlace();
	if (own === null) return null;
	view.say('sending');
	if (draft.ballot?.step !== 'collected') keep({ changes: consent.changes() });
	const { answers, changes, ballot } = draft;
	const envelope = writeEnvelope({ instrument, answers: itemIds.map((id) => answers[id] ?? null), changes });
	return sendResponse({ roundId, token, place: own.place, envelope, ballot, keep: keepBallot, exchange });
}

/** Two tabs of one invitation take turns. */
async function oneTabAtATime<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
	return 'locks' in navigator && isKept ? navigator.locks.request(draftKey(roundId, token), work) : work();
}

function settle(outcome: SendOutcome): void {
	if (outcome === 'closed') keep({ state: 'closed', ballot: null });
	if (outcome !== 'stored') return view.say(outcome);
	keep({ state: 'sent', ballot: null });
	view.say('stored');
	finish();
}

function finish(): void {
	if (kiosk !== null) return kiosk.finish();
	if (isKept) location.assign(profileHref());
	else view.showOnly('sent');
}

function openStore(): DraftStore {
	if (isKiosk) return memoryStore();
	try {
		return draftStore(localStorage, draftKey(roundId, token));
	} catch {
		isKept = false;
		view.say('notSaved');
		return memoryStore();
	}
}

function showProfileLinks(): void {
	for (const place of main.querySelectorAll<HTMLElement>('[data-profile]')) {
		place.hidden = !isKept;
		for (const link of place.querySelectorAll('a')) link.href = profileHref();
	}
}

function profileHref(): string {
	return `/profile/${roundId}#${encodeURIComponent(token)}`;
}

/** WebCrypto is there on https and on this machine itself, nowhere else. */
function canSeal(): boolean {
	return 'subtle' in crypto;
}

/** A draft of another version of the questionnaire does not fit. */
function fitting(read: Draft | null): Draft | null {
	return read !== null && read.instrument === instrument.id && read.version === instrument.version ? read : null;
}

function emptyDraft(): Draft {
	return {
		state: 'answering',
		answers: {},
		page: -1,
		manifestHash: invitation?.manifestHash ?? null,
		changes: null,
		ballot: null,
		instrument: instrument.id,
		version: instrument.version
	};
}
