// Each commit waits for the disk once, whether it holds one row or five hundred. So requests queue while a commit runs, the
// queue goes in one transaction, and all are answered after it.

export type GroupCommitOptions<Item, Result> = {
	/**
	 * Writes the items in one transaction and returns one result an item, in order. It may be called again with an item whose
	 * first attempt was written and whose answer was lost, so it must write the same item once only.
	 */
	readonly commit: (batch: readonly Item[]) => Promise<readonly Result[]>;
	readonly maximumBatch: number;
	/** Waiting items beyond this are turned away as busy. */
	readonly maximumQueue?: number;
	/** Whether one item may be to blame, so that the others deserve an attempt of their own. A lost database is nobody's. */
	readonly isItemsFault?: (error: unknown) => boolean;
};

export type GroupCommit<Item, Result> = {
	/**
	 * Answers after the transaction that holds the item is written. Rejects with the reason where it could not be written.
	 */
	readonly submit: (item: Item) => Promise<Result | Busy>;
};

export type Busy = { readonly kind: 'busy' };

type Waiting<Item, Result> = {
	readonly item: Item;
	readonly resolve: (result: Result) => void;
	readonly reject: (error: unknown) => void;
};

const busy: Busy = { kind: 'busy' };

export function groupCommit<Item, Result>(options: GroupCommitOptions<Item, Result>): GroupCommit<Item, Result> {
	const { maximumBatch, maximumQueue = 20 * maximumBatch } = options;
	if (!Number.isInteger(maximumBatch) || maximumBatch < 1)
		throw new RangeError('maximumBatch must be a whole number from 1');
	if (!Number.isInteger(maximumQueue) || maximumQueue < 1)
		throw new RangeError('maximumQueue must be a whole number from 1');

	const queue: Waiting<Item, Result>[] = [];
	let isWriting = false;

	const writeQueue = async (): Promise<void> => {
		isWriting = true;
		while (queue.length > 0) await writeBatch(options, queue.splice(0, maximumBatch));
		isWriting = false;
	};

	return {
		submit: (item) => {
			if (queue.length >= maximumQueue) return Promise.resolve(busy);
			return new Promise((resolve, reject) => {
				queue.push({ item, resolve, reject });
				if (!isWriting) void writeQueue();
			});
		}
	};
}

async function writeBatch<Item, Result>(
	options: GroupCommitOptions<Item, Result>,
	batch: readonly Waiting<Item, Result>[]
): Promise<void> {
	try {
		const results = await options.commit(batch.map(({ item }) => item));
		if (results.length !== batch.length)
			throw new RangeError(`commit returned ${results.length} results for ${batch.length} items`);
		batch.forEach((waiting, index) => waiting.resolve(results[index] as Result));
	} catch (error) {
		const { isItemsFault = isRowsFault } = options;
		if (batch.length === 1 || !isItemsFault(error)) {
			for (const waiting of batch) waiting.reject(error);
			return;
		}
		for (const waiting of batch) await writeBatch(options, [waiting]);
	}
}

/** SQLSTATE classes 22 (a value does not fit), 23 (a constraint is broken) and P0 (raised by a function). */
function isRowsFault(error: unknown): boolean {
	return (
		error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(?:22|23|P0)...$/.test(error.code)
	);
}
