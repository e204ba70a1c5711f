// The only script of the questionnaire: shows one page at a time, keeps each answer as it is given, shows the leader the
// group that the answers are added up in, and sends.
import { writeEnvelope } from '#domain/ballot/answer-envelope.ts';
import { readFragment, writeFragment, type Invitation } from '#domain/ballot/code.ts';
import { consentTo } from './consent.ts';
import { draftKeeper } from './draft-keeper.ts';
import { draftKey, draftStore, type Draft } from './draft.ts';
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
const drafts = draftKeeper({
	openStore: () => (isKiosk ? null : draftStore(localStorage, draftKey(roundId, token))),
	instrument,
	manifestHash: invitation?.manifestHash ?? null,
	onRefused: () => {
		view.say('notSaved');
		offerProfile(false);
	}
});
const exchange = browserExchange((trouble) => view.say(trouble));
const consent = consentTo(main, { roundId, answers: () => drafts.now().answers });
const device = isKiosk ? null : otherDevice(main, makeTransfer);
const sendButton = findElement(main, '[data-send]');
const kiosk = isKiosk ? kioskScreen(main, view, () => isSending) : null;

let found: FoundPlace | null = null;
let isSending = false;

start();

function start(): void {
	cleanAddress();
	if (kiosk === null) keepEarlyAnswers();
	else if (token === '') return kiosk.next();
	if (typeof arrived === 'object' && arrived !== null) receive(arrived);
	view.check(drafts.now().answers);
	listen();
	main.classList.add('is-live');
	const isFilledIn = Object.keys(drafts.now().answers).length > 0;
	if (drafts.now().state === 'sent') return view.showOnly('sent');
	history.replaceState(isFilledIn ? drafts.now().page : -1, '');
	// Where the leader has to choose between two devices' answers, that comes first.
	if (!findElement(main, '[data-step="choose"]').hidden) return;
	view.show(isFilledIn ? drafts.now().page : -1, { hasFocus: false });
	goOn();
}

/** A ballot that was collected is on its way: sending goes on where it stopped. */
function goOn(): void {
	void (drafts.now().state === 'collected' ? send() : lookUpGroup());
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
		if (!isSending && drafts.now().state !== 'sent') show(typeof state === 'number' ? state : -1);
	});
	// Another tab of the same invitation has written: take its answers, and stop where it has sent.
	addEventListener('storage', () => {
		drafts.reread();
		if (drafts.now().state === 'sent' && !isSending) view.showOnly('sent');
	});
	offerProfile(drafts.isKept());
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
	const early = drafts.now().state === 'sent' ? {} : view.answersOnPage();
	if (Object.keys(early).length > 0) drafts.keep({ answers: { ...drafts.now().answers, ...early } });
}

function receive(transfer: Transfer): void {
	const coming: Draft = { ...drafts.now(), ...transfer.draft, manifestHash: invitation?.manifestHash ?? null };
	const here = drafts.stored();
	const taken = takeOver(here, coming, null);
	if (taken.kind === 'taken') {
		drafts.keep(taken.draft);
		view.say('arrived');
	}
	if (taken.kind !== 'ask') return;
	view.showOnly('choose');
	for (const choice of ['here', 'arrived'] as const)
		findElement(main, `[data-choose="${choice}"]`).addEventListener('click', () => {
			const chosen = takeOver(drafts.stored(), coming, choice);
			if (chosen.kind === 'taken') drafts.keep(chosen.draft);
			view.check(drafts.now().answers);
			show(drafts.now().page);
			view.say('arrived');
			goOn();
		});
}

/** Steps: -1 the introduction, 0 … the pages, after them the review. */
function go(step: number): void {
	if (isSending) return;
	// On a shared screen, "back" must not lead through the steps of whoever was here before.
	if (isKiosk) history.replaceState(step, '');
	else history.pushState(step, '');
	drafts.keep({ page: step });
	show(step);
}

function show(step: number): void {
	device?.forget();
	view.show(step);
	if (step === view.pages.length && !isKiosk) void consent.offer();
}

function keepAnswer(input: HTMLInputElement): void {
	if (drafts.now().state === 'sent' || isSending) return view.check(drafts.now().answers);
	drafts.keep({
		answers: { ...(drafts.stored()?.answers ?? drafts.now().answers), [input.name]: Number(input.value) }
	});
	device?.forget();
}

/** Null, and said, where the leader's place cannot be found or is refused. */
async function findOwnPlace(): Promise<Extract<FoundPlace, { kind: 'found' }> | null> {
	if (token === '') return refuse(arrived === 'broken' ? 'transferBroken' : 'noInvitation');
	if (!canSeal()) return refuse('noCrypto');
	const named = namedHash();
	// The manifest is frozen: a later link that names another one is no link of this round.
	if (named !== (invitation?.manifestHash ?? named)) return refuse('manifest-hash-differs');
	const groupId = drafts.now().ballot?.groupId ?? null;
	if (found?.kind !== 'found')
		found = await findPlace({ roundId, token, namedHash: named, instrument, groupId }, exchange);
	view.hush('offline', 'broken');
	if (found.kind === 'refused') {
		if (found.message === 'closed' && Object.keys(drafts.now().answers).length > 0) drafts.keep({ state: 'closed' });
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
	return drafts.now().ballot?.manifestHash ?? drafts.now().manifestHash ?? invitation?.manifestHash ?? null;
}

async function lookUpGroup(): Promise<void> {
	const own = await findOwnPlace();
	if (own?.isCollected && drafts.now().ballot === null) view.say('alreadyCollected');
}

async function makeTransfer(): Promise<string | null> {
	if (invitation === null || isSending) return null;
	const own = await findOwnPlace();
	if (own === null) return null;
	// Blinded here, so that both devices have the same signed, whichever sends first.
	if (drafts.now().ballot === null) drafts.keepBallot(await newBallot(own.place));
	return writeTransfer({ invitation, draft: drafts.now() }, items);
}

async function send(): Promise<void> {
	if (isSending) return;
	drafts.reread();
	if (drafts.now().state === 'sent') return finish();
	if (Object.keys(drafts.now().answers).length === 0) return view.say('nothingAnswered');
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
	drafts.reread();
	if (drafts.now().state === 'sent') return 'stored';
	const own = await findOwnPlace();
	if (own === null) return null;
	view.say('sending');
	if (drafts.now().ballot?.step !== 'collected') drafts.keep({ changes: consent.changes() });
	const { answers, changes, ballot } = drafts.now();
	const envelope = writeEnvelope({ instrument, answers: itemIds.map((id) => answers[id] ?? null), changes });
	return sendResponse({ roundId, token, place: own.place, envelope, ballot, keep: drafts.keepBallot, exchange });
}

/** Two tabs of one invitation take turns. */
async function oneTabAtATime<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
	return 'locks' in navigator && drafts.isKept() ? navigator.locks.request(draftKey(roundId, token), work) : work();
}

function settle(outcome: SendOutcome): void {
	if (outcome === 'closed') drafts.keep({ state: 'closed', ballot: null });
	if (outcome !== 'stored') return view.say(outcome);
	drafts.keep({ state: 'sent', ballot: null });
	view.say('stored');
	finish();
}

function finish(): void {
	if (kiosk !== null) return kiosk.finish();
	if (drafts.isKept()) location.assign(profileHref());
	else view.showOnly('sent');
}

/** There is a profile to see where the answers outlive this page. */
function offerProfile(isKept: boolean): void {
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
