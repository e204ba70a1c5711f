// The only script of the questionnaire: shows one page at a time, keeps each answer as it is given, shows the leader the
// group that the answers are added up in, and sends.
import { writeEnvelope } from '#domain/ballot/answer-envelope.ts';
import { readFragment, writeFragment, type Invitation } from '#domain/ballot/code.ts';
import type { Place } from '#ui/ballot/manifest-check.ts';
import { draftAfter, isUnderWay } from './after-sending.ts';
import { consentTo } from './consent.ts';
import { draftKeeper } from './draft-keeper.ts';
import { draftKey, draftStore } from './draft.ts';
import { browserExchange } from './exchange.ts';
import { findElement } from './find-element.ts';
import { showGroup } from './group-notice.ts';
import { kioskScreen } from './kiosk-screen.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { otherDevice } from './other-device.ts';
import { followOtherTabs, takeOverOtherTabs } from './other-tabs.ts';
import { ownPlace } from './own-place.ts';
import { pageView } from './page-view.ts';
import { bringsSomething, receive } from './receive.ts';
import { newBallot, sendResponse, type SendOutcome } from './send-response.ts';
import { readTransfer, writeTransfer, type Transfer } from './transfer.ts';

const main = findElement(document, '[data-survey]');
const roundId = main.dataset.round ?? '';
const instrument = { id: main.dataset.instrument ?? '', version: Number(main.dataset.version) };
const rules = { threshold: Number(main.dataset.threshold), minimumInvited: Number(main.dataset.minimumInvited) };
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
const device = isKiosk ? null : otherDevice(main, () => makeTransfer().catch(() => refuse('failed')));
const sendButton = findElement(main, '[data-send]');
const sending = oneAtATime({
	onBusy: (isBusy) => {
		const button = sendButton.querySelector('button');
		if (isBusy) button?.setAttribute('aria-disabled', 'true');
		else button?.removeAttribute('aria-disabled');
	},
	onFailed: () => view.say('failed')
});
const kiosk = isKiosk ? kioskScreen(main, view, sending.isBusy) : null;
const finder = invitation === null ? null : ownPlace({ roundId, instrument, rules, invitation }, drafts, exchange);

start();

function start(): void {
	cleanAddress();
	if (kiosk === null) keepEarlyAnswers();
	else if (token === '') return kiosk.next();
	view.check(drafts.now().answers);
	listen();
	main.classList.add('is-live');
	if (drafts.now().state === 'sent') return view.showOnly('sent');
	// What came along from another device comes first: nothing of it is used before the leader has said so.
	if (typeof arrived === 'object' && arrived !== null && bringsSomething(arrived)) void takeIn(arrived);
	else begin({ hasFocus: false });
}

/** A ballot on its way goes on where it stopped. */
function begin(options: { readonly hasFocus: boolean }): void {
	const draft = drafts.now();
	if (draft.state === 'sent') return view.showOnly('sent');
	const step = Object.keys(draft.answers).length > 0 ? draft.page : -1;
	history.replaceState(step, '');
	view.show(step, options);
	void (isUnderWay(draft) ? send() : findOwnPlace().catch(() => view.say('failed')));
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
		if (!sending.isBusy() && drafts.now().state !== 'sent') show(typeof state === 'number' ? state : -1);
	});
	followOtherTabs(window, { drafts, view, isBusy: sending.isBusy });
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

async function takeIn(transfer: Transfer): Promise<void> {
	const outcome = await receive(drafts, transfer, {
		isOwn: async () => (await choiceOn('confirm', ['yes', 'no'])) === 'yes',
		whoseAnswers: () => choiceOn('choose', ['here', 'arrived'])
	});
	view.check(drafts.now().answers);
	if (outcome !== 'kept') view.say(outcome === 'taken' ? 'arrived' : 'declined');
	begin({ hasFocus: true });
}

/** Shows a question alone until one of its answers is pressed. */
function choiceOn<Choice extends string>(question: 'confirm' | 'choose', choices: readonly Choice[]): Promise<Choice> {
	view.showOnly(question);
	return new Promise((resolve) => {
		for (const choice of choices)
			findElement(main, `[data-choose="${choice}"]`).addEventListener('click', () => resolve(choice), { once: true });
	});
}

/** Steps: -1 the introduction, 0 … the pages, after them the review. */
function go(step: number): void {
	if (sending.isBusy()) return;
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
	if (drafts.now().state === 'sent' || sending.isBusy()) return view.check(drafts.now().answers);
	drafts.keep({
		answers: { ...(drafts.stored()?.answers ?? drafts.now().answers), [input.name]: Number(input.value) }
	});
	device?.forget();
}

/** Null, and said, where the leader's place cannot be found or is refused. */
async function findOwnPlace(): Promise<Place | null> {
	if (finder === null) return refuse(arrived === 'broken' ? 'transferBroken' : 'noInvitation');
	if (!canSeal()) return refuse('noCrypto');
	const found = await finder.find();
	view.hush('offline', 'broken');
	if (found.kind === 'refused') {
		if (found.message === 'closed' && Object.keys(drafts.now().answers).length > 0) drafts.keep({ state: 'closed' });
		return refuse(found.message);
	}
	showGroup(main, found.place, drafts.now().isTyped);
	return found.place;
}

function refuse(message: string): null {
	view.say(message);
	return null;
}

async function makeTransfer(): Promise<string | null> {
	if (invitation === null || sending.isBusy()) return null;
	const own = await findOwnPlace();
	if (own === null) return null;
	// Blinded here, so that both devices have the same signed, whichever sends first.
	const { ballot, answers } = drafts.now();
	if (ballot === null && Object.keys(answers).length > 0) drafts.keepBallot(await newBallot(own));
	return writeTransfer({ invitation, draft: drafts.now() }, items);
}

async function send(): Promise<void> {
	if (sending.isBusy()) return;
	const { state, answers } = takeOverOtherTabs(drafts, view);
	if (state === 'sent') return finish();
	if (Object.keys(answers).length === 0) return view.say('nothingAnswered');
	await sending.run(async () => {
		view.say('sending');
		const outcome = await oneTabAtATime(sendDraft);
		if (outcome !== null) settle(outcome);
	});
}

/** Reads the draft again first: another tab may have made the ballot, or sent, while this one waited. */
async function sendDraft(): Promise<SendOutcome | null> {
	if (takeOverOtherTabs(drafts, view).state === 'sent') return 'stored';
	const own = await findOwnPlace();
	if (own === null) return null;
	view.say('sending');
	if (drafts.now().ballot?.step !== 'collected') drafts.keep({ changes: consent.changes() });
	const { answers, changes, ballot } = drafts.now();
	const envelope = writeEnvelope({ instrument, answers: itemIds.map((id) => answers[id] ?? null), changes });
	return sendResponse({ roundId, token, place: own, envelope, ballot, keep: drafts.keepBallot, exchange });
}

/** Two tabs of one invitation take turns. */
async function oneTabAtATime<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
	return 'locks' in navigator && drafts.isKept() ? navigator.locks.request(draftKey(roundId, token), work) : work();
}

function settle(outcome: SendOutcome): void {
	const change = draftAfter(outcome);
	if (change !== null) drafts.keep(change);
	view.say(outcome);
	if (outcome === 'stored') finish();
}

function finish(): void {
	if (kiosk !== null) return kiosk.finish();
	if (drafts.isKept()) location.assign(profileHref());
	else {
		view.hush('sending', 'stored');
		view.showOnly('sent');
	}
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
