// The write-ahead log as text: changes of rows from PostgreSQL's own decoder (test_decoding), and records from pg_waldump.
import type { WalChange, WalRecord } from './evidence.ts';

const operations: Readonly<Record<string, WalChange['operation']>> = {
	INSERT: 'insert',
	UPDATE: 'update',
	DELETE: 'delete'
};

/** `table public.invitations: UPDATE: leader_id[text]:'l1' is_collected[boolean]:true`; nothing for other lines. */
export function readWalChange(
	line: string,
	place: { readonly transaction: number; readonly position: number }
): WalChange[] {
	const head = /^table (?:public\.)?"?([a-z_.]+)"?: (INSERT|UPDATE|DELETE): /.exec(line);
	const operation = operations[head?.[2] ?? ''];
	if (head === null || operation === undefined) return [];
	const values: Record<string, string | null> = {};
	const column = /([a-z_]+)\[[^:]*?\](?:\[\])?:(?:'((?:[^']|'')*)'|([^ ]+))/gy;
	let at = head[0].length;
	for (const marker of ['old-key: ', 'new-tuple: ']) if (line.startsWith(marker, at)) at += marker.length;
	for (;;) {
		column.lastIndex = at;
		const found = column.exec(line);
		if (found === null) break;
		const [whole, name = '', quoted, bare] = found;
		if (quoted !== undefined) values[name] = quoted.replaceAll("''", "'");
		else if (bare !== 'unchanged-toast-datum') values[name] = bare === 'null' ? null : plainOf(bare);
		at += whole.length;
		if (line[at] === ' ') at += 1;
		if (line.startsWith('new-tuple: ', at)) at += 'new-tuple: '.length;
	}
	return [{ ...place, operation, table: head[1] ?? '', values }];
}

/** As a table shows it. */
function plainOf(bare: string | undefined): string {
	return bare === 'true' ? 't' : bare === 'false' ? 'f' : (bare ?? '');
}

/** `rmgr: Heap … tx: 735, lsn: 0/1524B10, … desc: INSERT off 3 flags 0x00, blkref #0: rel 1663/5/16389 blk 0` */
export function readWalRecord(
	line: string,
	known: { readonly position: number; readonly nameOf: ReadonlyMap<string, string> }
): WalRecord[] {
	const head = /tx:\s+(\d+), .*desc: ([A-Z_+]+) .*?blkref #0: rel \d+\/\d+\/(\d+) .*?blk (\d+)/.exec(line);
	if (head === null) return [];
	const [, transaction, operation = '', relation = '', block] = head;
	const offset = /new off (\d+)/.exec(line)?.[1] ?? / off (\d+)/.exec(line)?.[1];
	return [
		{
			position: known.position,
			transaction: Number(transaction),
			operation,
			relation: known.nameOf.get(relation) ?? relation,
			block: Number(block),
			offset: Number(offset ?? 0)
		}
	];
}
