// One press in the mail is one answer: the page sends the form that stands in it, filled from what is behind the #, and says that it
// was only opened. Whether that is an answer, or a scanner that runs scripts may have done it, the server judges by the time.
import { readCheckInFragment } from './fragment.ts';

const form = document.querySelector<HTMLFormElement>('form[data-check-in]');
const found = readCheckInFragment(location.hash);
show('no-link', found === null);
if (form !== null && found !== null) {
	fill(form, 'token', found.token);
	fill(form, 'answer', found.answer);
	show('sending', true);
	// So that going back does not send the first answer again over a changed one.
	history.replaceState(null, '', location.pathname);
	whenSeen(() => form.submit());
}

function fill(inside: HTMLFormElement, name: string, value: string): void {
	const field = inside.querySelector<HTMLInputElement>(`input[name="${name}"]`);
	if (field !== null) field.value = value;
}

function show(name: string, isShown: boolean): void {
	const element = document.querySelector<HTMLElement>(`[data-message="${name}"]`);
	if (element !== null) element.hidden = !isShown;
}

function whenSeen(act: () => void): void {
	if (document.visibilityState === 'visible') return act();
	document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && act(), { once: true });
}
