// A loss of power, simulated: the database lies in a file system of its own inside a file. The writer is frozen and the file
// copied without unmounting, so the copy holds only what was synced through to the "disk"; what the file system still kept in
// memory is missing from it, as it would be after a real loss of power. The copy is then mounted and opened.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { silentLog, type Log } from '#server/log/log.ts';
import { missingAcknowledged } from './acknowledged-ballots.ts';
import { missingRows, openRows } from './rows-database.ts';
import { startWriter, type Writer } from './run-writer.ts';

export type PowerLoss = {
	readonly acknowledged: number;
	readonly lost: number;
	/** Null: the database opened. */
	readonly failure: string | null;
};

/** Why the power cannot be cut here; false where it can. */
export function whyPowerCannotBeCut(): string | false {
	if (process.platform !== 'linux') return 'a simulated loss of power needs Linux';
	if (process.getuid?.() !== 0)
		return 'a simulated loss of power needs root: it mounts a file system that lies in a file';
	const disks = createDisks();
	try {
		disks.mount(disks.create());
		return false;
	} catch (error) {
		return `a simulated loss of power needs mkfs.ext4 and a loop device (${error instanceof Error ? error.message.split('\n')[0] : error})`;
	} finally {
		disks.remove();
	}
}

/** A writer, and what is looked for afterwards. Both get the directory of a disk. */
export type Trial = {
	readonly start: (directory: string, run: string) => Writer;
	/** What was acknowledged and is not there. */
	readonly missing: (directory: string, acknowledged: readonly string[], log: Log) => Promise<readonly string[]>;
};

/** Clients that write rows, as fast as they can. */
export const rows: Trial = {
	start: (directory, run) => startWriter({ dataDirectory: join(directory, 'database'), run }),
	missing: async (directory, acknowledged, log) => {
		const database = await openRows(join(directory, 'database'), log);
		const lost = await missingRows(database, acknowledged);
		await database.close();
		return lost;
	}
};

/** Leaders who collect and hand in through the use cases. */
export const submissions: Trial = {
	start: (directory, run) =>
		startWriter({ program: 'submission-writer.ts', dataDirectory: join(directory, 'data'), run }),
	missing: (directory, acknowledged, log) => missingAcknowledged(join(directory, 'data'), acknowledged, log)
};

/** Cuts the power `times` times, each time on the disk that the last one left; all that was acknowledged is expected on it. */
export async function cutPower(times: number, trial: Trial = rows): Promise<PowerLoss[]> {
	const disks = createDisks();
	const losses: PowerLoss[] = [];
	const expected: string[] = [];
	try {
		let disk = disks.create();
		for (let round = 0; round < times; round++) {
			const writer = trial.start(disks.mount(disk), `round${round}`);
			await writer.hasWrittenFor(round + 2);
			disk = await cut(disks, disk, writer);
			expected.push(...writer.acknowledged());
			losses.push(await openAfterwards(disks, disk, { trial, expected }));
		}
	} finally {
		disks.remove();
	}
	return losses;
}

/** The same with PGlite as shipped, on a database that was complete and on disk before: proof that a loss would be seen. */
export async function cutPowerAsShipped(): Promise<PowerLoss> {
	const disks = createDisks();
	try {
		const disk = disks.create();
		const dataDirectory = join(disks.mount(disk), 'database');
		await (await openRows(dataDirectory)).close();
		execFileSync('sync');
		const writer = startWriter({ dataDirectory, run: 'as-shipped', mode: 'as-shipped' });
		await writer.hasWrittenFor(2);
		const left = await cut(disks, disk, writer);
		return await openAfterwards(disks, left, { trial: rows, expected: writer.acknowledged() });
	} finally {
		disks.remove();
	}
}

/**
 * Cuts the power while the database is being created, each time somewhat later, until a cut comes after the first rows.
 * Returns what was there when it was opened again: `nothing` (created anew), `interrupted` (set aside and created anew) or
 * `complete`.
 */
export async function cutPowerDuringCreation(
	stepMilliseconds: number
): Promise<('nothing' | 'interrupted' | 'complete')[]> {
	const found: ('nothing' | 'interrupted' | 'complete')[] = [];
	for (let delay = 0; found.at(-1) !== 'complete'; delay += stepMilliseconds) {
		const disks = createDisks();
		try {
			const disk = disks.create();
			const writer = startWriter({ dataDirectory: join(disks.mount(disk), 'database'), run: 'first' });
			await wait(delay);
			const left = await cut(disks, disk, writer);
			const events: string[] = [];
			const loss = await openAfterwards(disks, left, {
				trial: rows,
				expected: writer.acknowledged(),
				log: { ...silentLog, info: (event) => events.push(event) }
			});
			if (loss.lost > 0 || loss.failure !== null) throw new Error(`${loss.lost} rows lost: ${loss.failure}`);
			found.push(
				events.includes('database-set-aside')
					? 'interrupted'
					: events.includes('database-created')
						? 'nothing'
						: 'complete'
			);
		} finally {
			disks.remove();
		}
	}
	return found;
}

/** Returns the disk as a loss of power at this moment leaves it. */
async function cut(disks: Disks, disk: string, writer: Writer): Promise<string> {
	await writer.freeze();
	const left = disks.copy(disk);
	await writer.kill();
	disks.unmount(disk);
	return left;
}

async function openAfterwards(
	disks: Disks,
	disk: string,
	wanted: { readonly trial: Trial; readonly expected: readonly string[]; readonly log?: Log }
): Promise<PowerLoss> {
	const { trial, expected, log = silentLog } = wanted;
	try {
		const lost = await trial.missing(disks.mount(disk), expected, log);
		return { acknowledged: expected.length, lost: lost.length, failure: null };
	} catch (error) {
		return {
			acknowledged: expected.length,
			lost: expected.length,
			failure: error instanceof Error ? error.message : String(error)
		};
	} finally {
		disks.unmount(disk);
	}
}

type Disks = ReturnType<typeof createDisks>;

/** File systems in files. A disk is known by the path of its file. */
function createDisks() {
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-disks-'));
	const mounted = new Set<string>();
	let made = 0;
	const run = (program: string, ...options: string[]) =>
		execFileSync(program, options, { stdio: ['ignore', 'ignore', 'pipe'] });
	const placeOf = (disk: string) => `${disk}.mounted`;
	const unmount = (disk: string) => {
		run('umount', placeOf(disk));
		mounted.delete(disk);
	};
	const nextDisk = () => join(directory, `disk${(made += 1)}`);
	return {
		create: () => {
			const disk = nextDisk();
			run('truncate', '--size', '400M', disk);
			run('mkfs.ext4', '-q', '-F', disk);
			return disk;
		},
		copy: (disk: string) => {
			const left = nextDisk();
			run('cp', '--sparse=always', disk, left);
			return left;
		},
		mount: (disk: string) => {
			mkdirSync(placeOf(disk), { recursive: true });
			run('mount', '-o', 'loop', disk, placeOf(disk));
			mounted.add(disk);
			return placeOf(disk);
		},
		unmount,
		remove: () => {
			for (const disk of mounted) unmount(disk);
			rmSync(directory, { recursive: true, force: true });
		}
	};
}
