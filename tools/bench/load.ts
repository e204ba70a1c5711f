// A program of its own that plays many clients at once: each sends one response after the other over a kept connection.
// Reads one order as JSON from its arguments, prints what it saw as JSON.
import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { quantile } from '#domain/statistics/quantile.ts';

export type LoadOrder = {
	readonly url: string;
	readonly ballotSeed: string;
	/** Number of the first ballot that may be used. */
	readonly firstBallot: number;
	readonly ballots: number;
	readonly clients: number;
	readonly seconds: number;
	/** For each item the values that fit. */
	readonly items: readonly { readonly id: string; readonly values: readonly number[] }[];
};

export type LoadSeen = {
	readonly stored: number;
	readonly refused: number;
	readonly seconds: number;
	readonly medianMilliseconds: number;
	readonly p99Milliseconds: number;
};

const order = JSON.parse(process.argv[2] ?? '{}') as LoadOrder;
const agent = new Agent({ keepAlive: true, maxSockets: order.clients });
const latencies: number[] = [];
let next = order.firstBallot;
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
	while (performance.now() - start < order.seconds * 1000 && next < order.firstBallot + order.ballots) {
		const number = next++;
		const body = responseOf(number);
		const before = performance.now();
		const isStored = await send(body);
		latencies.push(performance.now() - before);
		if (isStored) stored += 1;
		else refused += 1;
	}
}

function responseOf(number: number): string {
	const ballot = createHash('sha256').update(`${order.ballotSeed}${number}`).digest('hex');
	const answers = Object.fromEntries(
		order.items.map(({ id, values }, index) => [id, values[(number * 7 + index * 3) % values.length]])
	);
	return JSON.stringify({ ballot, answers });
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
