// The only script of the questionnaire: shows one page at a time, keeps each answer as it is given, and sends.
import { draftKey, draftStore, newBallot, type Draft } from './draft.ts';
import { sendResponse, type SendOutcome, type SendStep } from './send-response.ts';

const main = find(document, '[data-survey]');
const roundId = main.dataset.round ?? '';
const token = decodeURIComponent(location.hash.replace(/^#/, ''));
const store = draftStore(localStorage, draftKey(roundId, token));
const pages = [...main.querySelectorAll<HTMLElement>('[data-page]')];
const intro = find(main, '[data-step="intro"]');
const review = find(main, '[data-step="review"]');
const sent = find(main, '[data-step="sent"]');
const status = find(main, '[data-status]');
const sendButton = find(main, '[data-send]');

let draft: Draft = fitting(store.read()) ?? emptyDraft();
let isSending = false;

start();

function start(): void {
	// Given before this script arrived.
	const early = draft.state === 'sent' ? {} : answersOnPage();
	if (Object.keys(early).length > 0) keep({ answers: { ...draft.answers, ...early } });
	for (const [item, value] of Object.entries(draft.answers)) {
		const input = main.querySelector<HTMLInputElement>(`input[name="${CSS.escape(item)}"][value="${value}"]`);
		if (input) input.checked = true;
	}
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
		show(typeof state === 'number' ? state : -1);
	});
	// Another tab of the same invitation has written: take its answers, and stop where it has sent.
	addEventListener('storage', () => {
		draft = fitting(store.read()) ?? draft;
		if (draft.state === 'sent' && !isSending) showSent();
	});
	main.classList.add('is-live');
	for (const link of main.querySelectorAll<HTMLAnchorElement>('[data-profile-link]'))
		link.href = `/profile/${roundId}#${encodeURIComponent(token)}`;
	// The other language is the same page: the personal part of the address goes along.
	for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) link.hash = location.hash;
	if (token === '') say('noInvitation');
	if (draft.state === 'sent') return showSent();
	const isFilledIn = Object.keys(draft.answers).length > 0;
	history.replaceState(isFilledIn ? draft.page : -1, '');
	show(isFilledIn ? draft.page : -1, { hasFocus: false });
	if (draft.state === 'collected') void send();
}

/** Steps: -1 the introduction, 0 … the pages, after them the review. */
function go(step: number): void {
	history.pushState(step, '');
	keep({ page: step });
	show(step);
}

function show(step: number, { hasFocus = true } = {}): void {
	intro.hidden = step !== -1;
	pages.forEach((page, index) => (page.hidden = index !== step));
	review.hidden = step !== pages.length;
	sent.hidden = true;
	if (step === pages.length) listMissing();
	const current = step === -1 ? intro : (pages[step] ?? review);
	if (!hasFocus) return;
	find(current, 'h1, h2').focus();
	scrollTo(0, 0);
}

function keepAnswer(input: HTMLInputElement): void {
	if (draft.state === 'sent') return;
	keep({ answers: { ...(fitting(store.read())?.answers ?? draft.answers), [input.name]: Number(input.value) } });
}

function keep(change: Partial<Draft>): void {
	draft = { ...draft, ...change };
	if (!store.write(draft)) say('notSaved');
}

function listMissing(): void {
	const isAnswered = (field: Element) => field.querySelector('input:checked') !== null;
	const list = find(main, '[data-missing]');
	const missing = pages.flatMap((page, step) =>
		[...page.querySelectorAll<HTMLElement>('fieldset[data-item]')]
			.filter((field) => !isAnswered(field))
			.map((field) => ({ step, field }))
	);
	list.replaceChildren(
		...missing.map(({ step, field }) => {
			const button = document.createElement('button');
			button.type = 'button';
			button.className = 'link-button';
			button.textContent = field.querySelector('legend')?.lastChild?.textContent?.trim() ?? '';
			button.addEventListener('click', () => {
				go(step);
				field.focus();
				field.scrollIntoView({ block: 'center' });
			});
			const row = document.createElement('li');
			row.append(button);
			return row;
		})
	);
	find(main, '[data-review-missing]').hidden = missing.length === 0;
	find(main, '[data-review-complete]').hidden = missing.length > 0;
}

async function send(): Promise<void> {
	if (isSending) return;
	draft = fitting(store.read()) ?? draft;
	if (draft.state === 'sent') return goToProfile();
	if (Object.keys(draft.answers).length === 0) return say('nothingAnswered');
	isSending = true;
	sendButton.querySelector('button')?.setAttribute('aria-disabled', 'true');
	say('sending');
	const outcome = await oneTabAtATime(sendDraft);
	isSending = false;
	sendButton.querySelector('button')?.removeAttribute('aria-disabled');
	settle(outcome);
}

/** Reads the draft again first: another tab may have made the ballot, or sent, while this one waited. */
async function sendDraft(): Promise<SendOutcome> {
	draft = fitting(store.read()) ?? draft;
	if (draft.state === 'sent') return 'stored';
	const ballot = draft.ballot ?? newBallot((bytes) => crypto.getRandomValues(bytes));
	keep({ ballot });
	return sendResponse({
		roundId,
		token,
		ballot,
		answers: draft.answers,
		isCollected: draft.state === 'collected',
		onStep: (step: SendStep) => (step === 'collected' ? keep({ state: 'collected' }) : say(step)),
		post: postJson,
		wait: waitForConnection
	});
}

/** Two tabs of one invitation take turns; a browser on plain http has no locks, there a refusal is looked at once more. */
async function oneTabAtATime(work: () => Promise<SendOutcome>): Promise<SendOutcome> {
	if ('locks' in navigator) return navigator.locks.request(draftKey(roundId, token), work);
	const outcome = await work();
	if (outcome !== 'alreadyCollected') return outcome;
	await new Promise((resolve) => setTimeout(resolve, 3000));
	return fitting(store.read())?.state === 'sent' ? 'stored' : outcome;
}

function settle(outcome: SendOutcome): void {
	if (outcome === 'closed') keep({ state: 'closed' });
	if (outcome !== 'stored') return say(outcome);
	keep({ state: 'sent' });
	say('stored');
	goToProfile();
}

function goToProfile(): void {
	location.assign(`/profile/${roundId}#${encodeURIComponent(token)}`);
}

function showSent(): void {
	show(-2, { hasFocus: false });
	sent.hidden = false;
}

// No cookie, no referrer: the answer house is not told who is signed in here.
async function postJson(path: string, body: unknown): Promise<{ status: number; kind: string | null } | null> {
	try {
		const response = await fetch(path, {
			method: 'POST',
			credentials: 'omit',
			referrerPolicy: 'no-referrer',
			cache: 'no-store',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
		const reply: unknown = await response.json().catch(() => null);
		const kind =
			typeof reply === 'object' && reply !== null && 'kind' in reply && typeof reply.kind === 'string'
				? reply.kind
				: null;
		return { status: response.status, kind };
	} catch {
		return null;
	}
}

/** Half a second, doubling to 15 seconds; at once when the device says that it is online again. */
function waitForConnection(attempt: number): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			clearTimeout(timer);
			removeEventListener('online', done);
			resolve();
		};
		const timer = setTimeout(done, Math.min(15_000, 500 * 2 ** (attempt - 1)));
		addEventListener('online', done);
	});
}

function say(message: string): void {
	for (const text of status.querySelectorAll<HTMLElement>('[data-message]'))
		text.hidden = text.dataset.message !== message;
	status.hidden = false;
}

function answersOnPage(): Record<string, number> {
	const checked = main.querySelectorAll<HTMLInputElement>('input[type="radio"]:checked');
	return Object.fromEntries([...checked].map((input) => [input.name, Number(input.value)]));
}

/** A draft of another version of the questionnaire does not fit. */
function fitting(read: Draft | null): Draft | null {
	return read !== null && read.instrument === main.dataset.instrument && read.version === Number(main.dataset.version)
		? read
		: null;
}

function emptyDraft(): Draft {
	return {
		state: 'answering',
		answers: {},
		page: -1,
		ballot: null,
		instrument: main.dataset.instrument ?? '',
		version: Number(main.dataset.version)
	};
}

function find(within: ParentNode, selector: string): HTMLElement {
	const element = within.querySelector<HTMLElement>(selector);
	if (element === null) throw new Error(`the page lacks ${selector}`);
	return element;
}
