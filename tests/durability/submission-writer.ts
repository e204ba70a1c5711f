// A process to take down: fifty leaders at a time collect and hand in through the use cases; what was acknowledged is printed,
// `ballot HASH DIGEST` (of the sealed answers) or `collected LEADER`. Blinding in full is left out for speed.
// Arguments: data directory, and a name for this run.
import { createHash, createPrivateKey, randomBytes } from 'node:crypto';
import { sealedBytes } from '#server/ballots/answer-seal.ts';
import { openContext } from '#server/context.ts';
import { findSigningKey } from '#server/database/signing-keys.ts';
import { silentLog } from '#server/log/log.ts';
import { readSettings } from '#server/settings.ts';
import { collectBallot } from '#server/use-cases/ballots/collect-ballot.ts';
import { readManifest } from '#server/use-cases/ballots/read-manifest.ts';
import { submitResponse } from '#server/use-cases/ballots/submit-response.ts';
import { signWith, tokenOf } from '../support/answering-leader.ts';
import { openSmallRound } from '../support/open-small-round.ts';

const clients = 50;
/** Collecting is many statements, handing in is one: few collect, so that the others have something to do. */
const collectors = 5;

const visitor = { kind: 'visitor' } as const;
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

const [dataDirectory = ''] = process.argv.slice(2);
const read = readSettings({ DATA_DIR: dataDirectory });
if (read.kind === 'wrong') throw new Error(read.problems[0]?.reason);
const { context } = await openContext(read.settings, silentLog);
const { organisationId, roundId, groupId } = await openSmallRound(context);
const key = { organisationId, roundId };
const manifest = await readManifest(context, visitor, key);
if (manifest.kind !== 'manifest') throw new Error(manifest.kind);
const der = await findSigningKey(context.db, key, groupId);
if (der === null) throw new Error('the group has no signing key');
const signingKey = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
const invited = await context.db.selectFrom('invitations').select('leader_id').orderBy('leader_id').execute();
await Promise.all(Array.from({ length: clients }, (_, client) => keepAnswering(client)));

async function keepAnswering(client: number): Promise<never> {
	for (let number = 0; ; number++) {
		if (client < collectors) {
			const leader = invited[(client + number * collectors) % invited.length]?.leader_id ?? '';
			const token = await tokenOf(context, key, leader);
			// The same value at each turn and in each run, as a browser sends it that was not answered.
			const blinded = base64url(Buffer.concat([Buffer.alloc(224), sha256(leader)]));
			const outcome = await collectBallot(context, visitor, { roundId, token, blinded });
			if (outcome.kind !== 'collected') throw new Error(`not collected: ${outcome.kind}`);
			process.stdout.write(`collected ${leader}\n`);
		}
		const { ballot, signature } = signWith(signingKey, groupId);
		// What is sealed is not looked at before the close.
		const sealed = randomBytes(sealedBytes);
		const outcome = await submitResponse(context, visitor, {
			roundId,
			manifest: manifest.kind === 'manifest' ? manifest.hash : '',
			group: groupId,
			ballot: base64url(ballot),
			signature: base64url(signature),
			sealed: base64url(sealed)
		});
		if (outcome.kind !== 'stored') throw new Error(`not stored: ${outcome.kind}`);
		process.stdout.write(`ballot ${sha256(ballot).toString('hex')} ${sha256(sealed).toString('hex')}\n`);
	}
}
