// A program of its own that plays many browsers at once: each hands in one sealed response after the other, under a ballot of
// its own, over a kept connection. Ballots are signed before the clock runs. Reads its order as JSON from the file that its
// argument names, prints what it saw as JSON.
import { constants, createPrivateKey, randomBytes, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { promisify } from 'node:util';
import { quantile } from '#domain/statistics/quantile.ts';
import { sealedBytes } from '#server/ballots/answer-seal.ts';
import { preparedBallotBytes } from '#server/ballots/verify-ballot.ts';
import type { OpenBenchRound } from './made-up-round.ts';

export type LoadOrder = {
	readonly url: string;
	readonly round: OpenBenchRound;
	/** At most so many are handed in. */
	readonly ballots: number;
	readonly clients: number;
	readonly seconds: number;
};

export type LoadSeen = {
	readonly stored: number;
	readonly refused: number;
	readonly seconds: number;
	readonly medianMilliseconds: number;
	readonly p99Milliseconds: number;
};

const order = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as LoadOrder;
const agent = new Agent({ keepAlive: true, maxSockets: order.clients });
const bodies = await makeBodies();
const latencies: number[] = [];
let stored = 0;
let refused = 0;

const start = performance.now();
await Promise.all(Array.from({ length: order.clients }, client));
const seconds = (performance.now() - start) / 1000;
const seen: LoadSeen = {
	stored,
	refused,
	seconds,
	medianMilliseconds: quantile(latencies, 0.5),
	p99Milliseconds: quantile(latencies, 0.99)
};
process.stdout.write(JSON.stringify(seen));
agent.destroy();

async function client(): Promise<void> {
	while (performance.now() - start < order.seconds * 1000) {
		const body = bodies.pop();
		if (body === undefined) return;
		const before = performance.now();
		const isStored = await send(body);
		latencies.push(performance.now() - before);
		if (isStored) stored += 1;
		else refused += 1;
	}
}

/** Signing takes the server's place as well as the browser's; what is sealed is not looked at before the close. */
async function makeBodies(): Promise<string[]> {
	const signLater = promisify(sign);
	const groups = order.round.groups.map(({ id, signingKey }) => {
		const key = createPrivateKey({ key: Buffer.from(signingKey, 'base64url'), format: 'der', type: 'pkcs8' });
		return { id, signing: { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 } };
	});
	const made: string[] = [];
	while (made.length < order.ballots) {
		const some = Array.from({ length: Math.min(200, order.ballots - made.length) }, async (_, index) => {
			const group = groups[(made.length + index) % groups.length];
			if (group === undefined) throw new Error('the round has no groups');
			const ballot = randomBytes(preparedBallotBytes);
			const signature = await signLater('sha384', ballot, group.signing);
			return JSON.stringify({
				manifest: order.round.manifest,
				group: group.id,
				ballot: ballot.toString('base64url'),
				signature: signature.toString('base64url'),
				sealed: randomBytes(sealedBytes).toString('base64url')
			});
		});
		made.push(...(await Promise.all(some)));
	}
	return made;
}

function send(body: string): Promise<boolean> {
	return new Promise((resolve, reject) => {
		const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
		const sent = request(order.url, { method: 'POST', agent, headers }, (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (part: string) => (text += part));
			response.on('end', () => resolve(response.statusCode === 200 && text.includes('"stored"')));
		});
		sent.on('error', reject);
		sent.end(body);
	});
}
