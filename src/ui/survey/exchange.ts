// How the questionnaire talks to the answer house: no cookie, no referrer, nothing kept; and how it waits for a connection.

/** `text` holds the whole body; `kind` what the answer house calls it, null where it is no answer of its. */
export type Reply = { readonly status: number; readonly kind: string | null; readonly text: string };

export type Exchange = {
	/** Null where no answer came. */
	readonly post: (path: string, body: unknown) => Promise<Reply | null>;
	readonly get: (path: string) => Promise<Reply | null>;
	/** Resolves when another try makes sense; `attempt` counts from 1. */
	readonly wait: (attempt: number) => Promise<void>;
	/** Told before each waiting. */
	readonly onTrouble: (trouble: 'offline' | 'broken') => void;
};

export function browserExchange(onTrouble: Exchange['onTrouble']): Exchange {
	return {
		post: (path, body) =>
			ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
		get: (path) => ask(path, {}),
		wait: waitForConnection,
		onTrouble
	};
}

/** Asks until there is an answer that another try would not change; `isAnswer` may ask for more than that there is one. */
export async function untilAnswered(
	exchange: Exchange,
	asking: () => Promise<Reply | null>,
	isAnswer: (reply: Reply) => boolean = (reply) => reply.kind !== null
): Promise<Reply> {
	for (let attempt = 1; ; attempt++) {
		const reply = await asking();
		if (reply !== null && reply.status < 500 && reply.status !== 429 && isAnswer(reply)) return reply;
		exchange.onTrouble(reply === null ? 'offline' : 'broken');
		await exchange.wait(attempt);
	}
}

/** One text field of a reply, or null. */
export function fieldOf(reply: Reply, field: string): unknown {
	try {
		const body: unknown = JSON.parse(reply.text);
		return typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === field)?.[1] : null;
	} catch {
		return null;
	}
}

async function ask(path: string, options: RequestInit): Promise<Reply | null> {
	try {
		const response = await fetch(path, {
			...options,
			credentials: 'omit',
			referrerPolicy: 'no-referrer',
			cache: 'no-store'
		});
		const read = { status: response.status, kind: null, text: await response.text() };
		const kind = fieldOf(read, 'kind');
		return { ...read, kind: typeof kind === 'string' ? kind : null };
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
