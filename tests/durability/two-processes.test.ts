// Two app processes on one PostgreSQL server, of which one is killed: what either has acknowledged is there, once.
import assert from 'node:assert/strict';
import { createHash, createPrivateKey, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sealedBytes } from '#server/ballots/answer-seal.ts';
import { migrate } from '#server/database/migrate.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { findSigningKey } from '#server/database/signing-keys.ts';
import { silentLog } from '#server/log/log.ts';
import { readManifest } from '#server/use-cases/ballots/read-manifest.ts';
import type { SubmittedResponse } from '#server/use-cases/ballots/submit-response.ts';
import { signWith } from '../support/answering-leader.ts';
import { openSmallRound } from '../support/open-small-round.ts';
import { startPrivateCluster } from '../support/private-cluster.ts';
import { createTestContext } from '../support/test-context.ts';
import { projectMigrations } from '../support/test-database.ts';
import { startWriter, type Writer } from './run-writer.ts';

/** What each of the two processes hands in under a ballot; null: nothing. */
export type SharedBallots = {
	readonly databaseUrl: string;
	readonly ballots: readonly { readonly a: SubmittedResponse | null; readonly b: SubmittedResponse | null }[];
};

type Kind = 'same' | 'other' | 'own';
const kinds: readonly Kind[] = ['same', 'other', 'own'];
const ballotsOfKind = 400;

const server = await startPrivateCluster();
after(async () => {
	if (server.kind === 'started') await server.cluster.stop();
});
const skip = server.kind === 'unavailable' ? server.reason : false;
test(
	'two processes take ballots at once, and one is killed: nothing is lost and nothing is there twice',
	{ skip },
	async (t) => {
		if (server.kind === 'unavailable') return;
		const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-two-'));
		t.after(() => rmSync(directory, { recursive: true, force: true }));
		const databaseUrl = await server.cluster.createDatabase();
		const database = await openDatabase({ dataDirectory: '', databaseUrl, log: silentLog });
		t.after(() => database.close());
		await migrate(database, projectMigrations);
		const made = await makeBallots(createTestContext(database.kysely));
		const given: SharedBallots = { databaseUrl, ballots: made.map(({ a, b }) => ({ a, b })) };
		writeFileSync(join(directory, 'ballots.json'), JSON.stringify(given));

		const start = (run: string) => startWriter({ program: 'shared-ballots-writer.ts', dataDirectory: directory, run });
		const [killed, survivor] = [start('a'), start('b')];
		await killed.hasAcknowledged(made.length / 4);
		await killed.kill();
		await survivor.hasAcknowledged(2 * ballotsOfKind);
		// A browser that was not answered tries again until it is: with the other process, or when it is back.
		const again = start('a');
		await again.hasAcknowledged(made.length);
		const saidByA = [...saidBy(killed), ...saidBy(again)];
		const saidByB = saidBy(survivor);
		await Promise.all([survivor.kill(), again.kill()]);

		const { rows } = await database.pool.query<{ hash: string; digest: string }>(
			`select encode(ballot_hash, 'hex') as hash, encode(sha256(sealed), 'hex') as digest from ballot_box`
		);
		const digestOf = new Map(rows.map(({ hash, digest }) => [hash, digest]));
		assert.equal(digestOf.size, rows.length, 'no ballot is there twice');
		assert.equal(rows.length, made.length);
		let refused = 0;
		for (const [side, said] of [
			['a', saidByA],
			['b', saidByB]
		] as const)
			for (const { index, kind } of said) {
				const one = made[index];
				const sent = one?.[side];
				if (one === undefined || sent === undefined || sent === null) return assert.fail(`${index} was not given`);
				const isThere = digestOf.get(hashOf(sent.ballot)) === hashOf(sent.sealed);
				if (one.kind !== 'other') assert.equal(kind, 'stored', `${one.kind} ${index}`);
				assert.equal(isThere, kind === 'stored', `${one.kind} ${index} of ${side}: ${kind}`);
				if (kind === 'used') refused += 1;
			}
		assert.ok(refused >= ballotsOfKind, `${refused} refused of ${ballotsOfKind} that carried other answers`);
		t.diagnostic(
			`${saidBy(killed).length} acknowledged by the one that was killed, ${rows.length} rows, ${refused} refused as used`
		);
	}
);

function saidBy(writer: Writer): { readonly index: number; readonly kind: string }[] {
	return writer.acknowledged().map((line) => {
		const [index = '', kind = ''] = line.split(' ');
		return { index: Number(index), kind };
	});
}

type Made = { readonly kind: Kind; readonly a: SubmittedResponse; readonly b: SubmittedResponse | null };

async function makeBallots(context: ReturnType<typeof createTestContext>): Promise<Made[]> {
	const { organisationId, roundId, groupId } = await openSmallRound(context);
	const key = { organisationId, roundId };
	const manifest = await readManifest(context, { kind: 'visitor' }, key);
	const der = await findSigningKey(context.db, key, groupId);
	if (manifest.kind !== 'manifest' || der === null) throw new Error('the round is not open');
	const signingKey = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
	const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
	return Array.from({ length: kinds.length * ballotsOfKind }, (_, index): Made => {
		const kind = kinds[index % kinds.length] ?? 'own';
		const { ballot, signature } = signWith(signingKey, groupId);
		const response = (): SubmittedResponse => ({
			roundId,
			manifest: manifest.hash,
			group: groupId,
			ballot: base64url(ballot),
			signature: base64url(signature),
			sealed: base64url(randomBytes(sealedBytes))
		});
		const a = response();
		return { kind, a, b: kind === 'same' ? a : kind === 'other' ? { ...a, sealed: response().sealed } : null };
	});
}

/** Of what stands as base64url. */
function hashOf(text: string): string {
	return createHash('sha256').update(Buffer.from(text, 'base64url')).digest('hex');
}
