// Sending, told as one story: exchange the invitation for a ballot, send the answers under it, try again until acknowledged.

export type SendOutcome =
	'stored' | 'used' | 'alreadyCollected' | 'unknownInvitation' | 'closed' | 'notAccepted' | 'nothingAnswered';

export type SendStep = 'offline' | 'broken' | 'collected';

export type Sending = {
	readonly roundId: string;
	readonly token: string;
	readonly ballot: string;
	readonly answers: Readonly<Record<string, number>>;
	/** True where an earlier try got as far as the ballot. */
	readonly isCollected: boolean;
	/** Told on the way, so that the page can say what happens and the draft can be kept. */
	readonly onStep: (step: SendStep) => void;
	readonly post: (
		path: string,
		body: unknown
	) => Promise<{ readonly status: number; readonly kind: string | null } | null>;
	/** Resolves when another try makes sense; `attempt` counts from 1. */
	readonly wait: (attempt: number) => Promise<void>;
};

/** Resolves only when the server has acknowledged or refused; a lost connection or a server in trouble is waited out. */
export async function sendResponse(sending: Sending): Promise<SendOutcome> {
	if (!sending.isCollected) {
		const collected = await untilAnswered(sending, `/answer/${sending.roundId}/collect`, {
			token: sending.token,
			ballot: sending.ballot
		});
		if (collected !== 'collected') return refusalOf(collected);
		sending.onStep('collected');
	}
	const submitted = await untilAnswered(sending, `/answer/${sending.roundId}/submit`, {
		ballot: sending.ballot,
		answers: sending.answers
	});
	return submitted === 'stored' ? 'stored' : refusalOf(submitted);
}

async function untilAnswered(sending: Sending, path: string, body: unknown): Promise<string> {
	for (let attempt = 1; ; attempt++) {
		const reply = await sending.post(path, body);
		const isFinal = reply !== null && reply.kind !== null && reply.status < 500 && reply.status !== 429;
		if (isFinal && reply.kind !== null) return reply.kind;
		sending.onStep(reply === null ? 'offline' : 'broken');
		await sending.wait(attempt);
	}
}

function refusalOf(kind: string): SendOutcome {
	switch (kind) {
		case 'used':
			return 'used';
		case 'already-collected':
			return 'alreadyCollected';
		case 'unknown-invitation':
		case 'unknown-ballot':
		case 'unknown-round':
			return 'unknownInvitation';
		case 'closed':
			return 'closed';
		case 'nothing-answered':
			return 'nothingAnswered';
		default:
			return 'notAccepted';
	}
}
