// Reads a backup from beginning to end, one entry in memory at a time. Says so where the file is cut off, changed or no backup.
import { createReadStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Parser, type ReadEntry } from 'tar';
import * as v from 'valibot';
import { Header, Manifest, NotABackup } from './archive-format.ts';
import { hashOf } from './archive-writer.ts';

/** More than a slice or a file ever is: a single row of the largest kind is far below. */
const entryBytesAtMost = 512 * 1024 * 1024;

export type ArchiveEntry = { readonly path: string; readonly content: Buffer };

/** Calls `take` for each entry and waits for it. Throws `NotABackup`, or whatever `take` throws. */
export async function readArchive(path: string, take: (entry: ArchiveEntry) => Promise<void>): Promise<void> {
	let turn: Promise<void> = Promise.resolve();
	const failures: unknown[] = [];
	const parser = new Parser({
		strict: true,
		onReadEntry: (entry: ReadEntry) => {
			turn = turn.then(async () => {
				if (failures.length > 0 || entry.size > entryBytesAtMost) {
					entry.resume();
					if (failures.length === 0) failures.push(new NotABackup(`${entry.path} is larger than anything in a backup`));
					return;
				}
				const content = await entry.concat();
				await take({ path: entry.path, content }).catch((error: unknown) => void failures.push(error));
			});
		}
	});
	const writable = parserStream(parser);
	try {
		await pipeline(createReadStream(path, { highWaterMark: 256 * 1024 }), createGunzip(), writable);
		await turn;
	} catch (error) {
		if (failures.length > 0) throw failures[0];
		if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES')) throw error;
		throw new NotABackup('the file is cut off, damaged, or no backup', { cause: error });
	}
	if (failures.length > 0) throw failures[0];
}

/** Reads all of the file, compares every hash, and returns what it says of itself. Throws `NotABackup`. */
export async function verifyArchive(path: string): Promise<Manifest> {
	const found: { path: string; bytes: number; sha256: string }[] = [];
	const told: Manifest[] = [];
	await readArchive(path, async ({ path: entryPath, content }) => {
		if (told.length > 0) throw new NotABackup('something stands after the end of the backup');
		if (entryPath === 'manifest.json') told.push(parse(Manifest, content));
		else found.push({ path: entryPath, bytes: content.length, sha256: hashOf(content) });
	});
	const [manifest] = told;
	if (manifest === undefined) throw new NotABackup('the end of the backup is missing');
	if (found.length !== manifest.entries.length) throw new NotABackup('parts of the backup are missing');
	for (const [place, entry] of manifest.entries.entries()) {
		const own = found[place];
		if (own?.path !== entry.path || own.bytes !== entry.bytes || own.sha256 !== entry.sha256)
			throw new NotABackup(`${entry.path} is not as it was written`);
	}
	return manifest;
}

export function readHeader(content: Buffer): Header {
	return parse(Header, content);
}

function parse<const Schema extends v.GenericSchema>(schema: Schema, content: Buffer): v.InferOutput<Schema> {
	try {
		return v.parse(schema, JSON.parse(content.toString('utf8')));
	} catch (error) {
		throw new NotABackup('the file is of another program, or of another version of this one', { cause: error });
	}
}

// The parser has the ways of a stream, but is none to the types.
function parserStream(parser: Parser): Writable {
	const { promise: failed, reject } = Promise.withResolvers<never>();
	failed.catch(() => {});
	parser.on('error', reject);
	const until = (event: 'drain' | 'end') => new Promise<void>((resolve) => void parser.once(event, () => resolve()));
	const answer = (work: Promise<unknown>, done: (error?: Error) => void) => {
		work.then(
			() => done(),
			(error: unknown) => done(error instanceof Error ? error : new Error(String(error)))
		);
	};
	return new Writable({
		write: (chunk: Buffer, _encoding, done) => {
			if (parser.write(chunk)) return done();
			answer(Promise.race([until('drain'), failed]), done);
		},
		final: (done) => {
			const hasEnded = until('end');
			parser.end();
			answer(Promise.race([hasEnded, failed]), done);
		}
	});
}
