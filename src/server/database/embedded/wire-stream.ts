// Looks like a socket to `pg`, so that its own reading and writing of the protocol is used, and hands whole rounds of messages
// to the embedded database. One PGlite is one session: the pool on top of this must have exactly one connection.
import { Duplex } from 'node:stream';
import type { WireEngine } from './wire-engine.ts';

export class WireStream extends Duplex {
	readonly #engine: WireEngine;
	#received: Uint8Array = new Uint8Array(0);
	#hasStarted = false;

	constructor(engine: WireEngine) {
		super({ allowHalfOpen: false });
		this.#engine = engine;
	}

	// The parts of a socket that `pg` calls.
	connect(): this {
		this.#engine.reset().then(
			() => this.emit('connect'),
			(error: unknown) => this.destroy(asError(error))
		);
		return this;
	}

	setNoDelay(): this {
		return this;
	}

	setKeepAlive(): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}

	override _read(): void {
		// Replies are pushed as they come.
	}

	override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
		this.#take([chunk], done);
	}

	override _writev(chunks: { chunk: Uint8Array }[], done: (error?: Error | null) => void): void {
		this.#take(
			chunks.map(({ chunk }) => chunk),
			done
		);
	}

	override _final(done: (error?: Error | null) => void): void {
		this.push(null);
		done();
	}

	#take(chunks: Uint8Array[], done: (error?: Error | null) => void): void {
		this.#received = Buffer.concat([this.#received, ...chunks]);
		if (!this.#hasStarted) {
			const length = startupLength(this.#received);
			if (length === null) return done();
			this.#received = this.#received.subarray(length);
			this.#hasStarted = true;
			this.push(welcome);
		}
		const length = answerableLength(this.#received);
		if (length === 0) return done();
		const round = this.#received.subarray(0, length);
		this.#received = this.#received.subarray(length);
		if (round[0] === code('X')) return done();
		this.#engine.execute(round).then(
			(reply) => {
				if (!this.destroyed) this.push(reply);
				done();
			},
			(error: unknown) => done(asError(error))
		);
	}
}

/** "Password accepted", "ready, no transaction open": the database is this process's own. */
const welcome = Uint8Array.from([code('R'), 0, 0, 0, 8, 0, 0, 0, 0, code('Z'), 0, 0, 0, 5, code('I')]);

/** After these PostgreSQL answers: simple query, sync, flush, function call, and the end of the connection. */
const answered = new Set(['Q', 'S', 'H', 'F', 'X'].map(code));

/** The first message has a length and no type. */
function startupLength(bytes: Uint8Array): number | null {
	if (bytes.length < 4) return null;
	const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
	return bytes.length < length ? null : length;
}

/** How many bytes from the start are whole messages up to the last one that is answered. */
function answerableLength(bytes: Uint8Array): number {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let answerable = 0;
	for (let at = 0; at + 5 <= bytes.length;) {
		const type = view.getUint8(at);
		const end = at + 1 + view.getUint32(at + 1);
		if (end > bytes.length) break;
		if (answered.has(type)) answerable = end;
		at = end;
	}
	return answerable;
}

function code(letter: string): number {
	return letter.charCodeAt(0);
}

function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}
