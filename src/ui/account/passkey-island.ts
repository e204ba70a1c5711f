// The only script of the pages on which a passkey is used or made: asks our server for the question, the device for the
// answer, and hands it back. Without it, or without passkeys in the browser, the mail link still works.

type Ceremony = 'sign-in' | 'add';

for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) begin(place);

function begin(place: HTMLElement): void {
	const button = place.querySelector('button');
	const ceremony: Ceremony = place.dataset.passkey === 'add' ? 'add' : 'sign-in';
	if (button === null) return;
	if (!isPossible(ceremony)) return sayImpossible(place);
	place.hidden = false;
	button.addEventListener('click', () => void run());

	async function run(): Promise<void> {
		say('waiting');
		const outcome = await take(ceremony, place).catch(() => 'offline');
		if (outcome === 'done') location.assign(place.dataset.next ?? '/');
		else say(outcome);
	}

	function say(name: string): void {
		for (const message of place.querySelectorAll<HTMLElement>('[data-message]'))
			message.hidden = message.dataset.message !== name;
	}
}

/** Where the page has nothing else to offer in its place, it has a sentence. */
function sayImpossible({ nextElementSibling: sentence }: HTMLElement): void {
	if (sentence instanceof HTMLElement && 'passkeyImpossible' in sentence.dataset) sentence.hidden = false;
}

function isPossible(ceremony: Ceremony): boolean {
	if (typeof PublicKeyCredential === 'undefined') return false;
	return (ceremony === 'add' ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON') in PublicKeyCredential;
}

async function take(ceremony: Ceremony, place: HTMLElement): Promise<string> {
	const url = place.dataset.url ?? '';
	const asked = await fetch(url, { method: 'POST' });
	if (!asked.ok) return kindIn(await asked.json());
	const answer = await askDevice(ceremony, await asked.json());
	if (typeof answer === 'string') return answer;
	const name = place.querySelector('input')?.value ?? '';
	const answered = await fetch(url, {
		method: 'PUT',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ answer: answer.toJSON(), name })
	});
	return answered.ok ? 'done' : kindIn(await answered.json());
}

/** The device's answer, or which sentence says why there is none. */
async function askDevice(
	ceremony: Ceremony,
	question: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON
): Promise<PublicKeyCredential | 'cancelled' | 'exists'> {
	try {
		const made =
			ceremony === 'add'
				? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
				: await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
		return made instanceof PublicKeyCredential ? made : 'cancelled';
	} catch (error) {
		return error instanceof DOMException && error.name === 'InvalidStateError' ? 'exists' : 'cancelled';
	}
}

function kindIn(body: unknown): string {
	return typeof body === 'object' && body !== null && 'kind' in body ? String(body.kind) : 'offline';
}
