// Counts attempts per client, or per mailbox, for a while, in memory only: what they are counted by is never stored or logged.
export type AttemptLimit = {
	/** Counts one attempt; true where it is within the limit. */
	readonly count: (client: string, at: Date) => boolean;
};

/** After `limit` attempts within `windowMilliseconds` of the first, further ones are over the limit until the window ends. */
export function createAttemptLimit(options: {
	readonly limit: number;
	readonly windowMilliseconds: number;
}): AttemptLimit {
	const windows = new Map<string, { endsAt: number; attempts: number }>();
	return {
		count(client, at) {
			const now = at.getTime();
			if (windows.size >= mostClients)
				for (const [key, window] of windows) if (window.endsAt <= now) windows.delete(key);
			// A flood from very many addresses forgets the oldest; memory stays bounded.
			if (windows.size >= mostClients)
				for (const key of [...windows.keys()].slice(0, mostClients / 2)) windows.delete(key);
			const current = windows.get(client);
			if (current === undefined || current.endsAt <= now) {
				windows.delete(client);
				windows.set(client, { endsAt: now + options.windowMilliseconds, attempts: 1 });
				return options.limit >= 1;
			}
			current.attempts += 1;
			return current.attempts <= options.limit;
		}
	};
}

const mostClients = 20_000;
