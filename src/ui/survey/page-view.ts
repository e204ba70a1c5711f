// What of the questionnaire is seen: one step at a time, one message at a time.
import { findElement } from './find-element.ts';

/** -1 the introduction, 0 … the pages, after them the review. */
export type Step = number;

export type PageView = {
	readonly pages: readonly HTMLElement[];
	readonly show: (step: Step, options?: { readonly hasFocus?: boolean }) => void;
	/** One of the sections that stand beside the steps, alone. */
	readonly showOnly: (section: 'sent' | 'confirm' | 'choose' | 'kiosk-done') => void;
	readonly say: (message: string) => void;
	/** Takes back one of these messages, where it is said. */
	readonly hush: (...messages: readonly string[]) => void;
	readonly check: (answers: Readonly<Record<string, number>>) => void;
	readonly answersOnPage: () => Readonly<Record<string, number>>;
};

/** `onMissing`: somebody wants to see a question that was skipped. */
export function pageView(main: HTMLElement, onMissing: (step: Step, question: HTMLElement) => void): PageView {
	const pages = [...main.querySelectorAll<HTMLElement>('[data-page]')];
	const intro = findElement(main, '[data-step="intro"]');
	const review = findElement(main, '[data-step="review"]');
	const beside = [...main.querySelectorAll<HTMLElement>('[data-step]')].filter(
		(one) => one !== intro && one !== review
	);
	/** Offered on every step, and beside none. */
	const otherDevice = main.querySelector<HTMLElement>('[data-other-device]');
	const status = findElement(main, '[data-status]');
	const messages = [...status.querySelectorAll<HTMLElement>('[data-message]')];
	const focus = (section: HTMLElement) => {
		findElement(section, 'h1, h2').focus();
		scrollTo(0, 0);
	};
	return {
		pages,
		show: (step, { hasFocus = true } = {}) => {
			intro.hidden = step !== -1;
			pages.forEach((page, index) => (page.hidden = index !== step));
			review.hidden = step !== pages.length;
			for (const section of beside) section.hidden = true;
			otherDevice?.removeAttribute('hidden');
			if (step === pages.length) listMissing(main, pages, onMissing);
			if (hasFocus) focus(step === -1 ? intro : (pages[step] ?? review));
		},
		showOnly: (name) => {
			for (const section of [intro, review, ...pages]) section.hidden = true;
			otherDevice?.setAttribute('hidden', '');
			for (const section of beside) section.hidden = section.dataset.step !== name;
			focus(findElement(main, `[data-step="${name}"]`));
		},
		say: (message) => {
			for (const text of messages) text.hidden = text.dataset.message !== message;
			status.hidden = false;
		},
		hush: (...names) => {
			const said = messages.find((text) => !text.hidden)?.dataset.message ?? '';
			if (names.includes(said)) status.hidden = true;
		},
		check: (answers) => {
			for (const input of main.querySelectorAll<HTMLInputElement>('input[type="radio"]'))
				input.checked = answers[input.name] === Number(input.value);
			if (!review.hidden) listMissing(main, pages, onMissing);
		},
		answersOnPage: () => {
			const checked = main.querySelectorAll<HTMLInputElement>('input[type="radio"]:checked');
			return Object.fromEntries([...checked].map((input) => [input.name, Number(input.value)]));
		}
	};
}

function listMissing(
	main: HTMLElement,
	pages: readonly HTMLElement[],
	onMissing: (step: Step, question: HTMLElement) => void
): void {
	const missing = pages.flatMap((page, step) =>
		[...page.querySelectorAll<HTMLElement>('fieldset[data-item]')]
			.filter((question) => question.querySelector('input:checked') === null)
			.map((question) => ({ step, question }))
	);
	findElement(main, '[data-missing]').replaceChildren(
		...missing.map(({ step, question }) => {
			const button = document.createElement('button');
			button.type = 'button';
			button.className = 'link-button';
			button.textContent = question.querySelector('legend')?.lastChild?.textContent?.trim() ?? '';
			button.addEventListener('click', () => onMissing(step, question));
			const row = document.createElement('li');
			row.append(button);
			return row;
		})
	);
	const count = findElement(main, '[data-missing-count]');
	count.textContent = (count.dataset.template ?? '').replace('#', String(missing.length));
	findElement(main, '[data-review-missing]').hidden = missing.length === 0;
	findElement(main, '[data-review-complete]').hidden = missing.length > 0;
}
