// What whoever runs the system needs to see: where the data lies, whether mail leaves, and which versions run.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { countStuck, countWaiting } from '#server/database/outbox.ts';
import { listRounds } from '#server/database/rounds.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';

export type ReadOperationOutcome =
	| {
			readonly kind: 'operation';
			readonly publicUrl: string;
			readonly database: 'embedded' | 'server';
			readonly dataDirectory: string;
			readonly hasMailServer: boolean;
			readonly mailFrom: string;
			readonly mailsWaiting: number;
			readonly mailsFailed: number;
			readonly mailsUncertain: number;
			readonly evidenceVersion: string;
			readonly instruments: readonly string[];
			readonly openRounds: number;
			readonly runtime: string;
	  }
	| Forbidden;

export async function readOperation(context: Context, actor: Actor): Promise<ReadOperationOutcome> {
	if (!isAllowed('read-operation', actor) || actor.kind === 'visitor') return forbidden;
	const { settings, db } = context;
	const at = context.now();
	const waiting = await countWaiting(db, actor.organisationId, at);
	const rounds = await listRounds(db, actor.organisationId);
	return {
		kind: 'operation',
		publicUrl: settings.publicUrl,
		database: settings.databaseUrl === null ? 'embedded' : 'server',
		dataDirectory: settings.dataDirectory,
		hasMailServer: context.mailer.hasServer,
		mailFrom: settings.mailFrom,
		mailsWaiting: waiting.reduce((sum, row) => sum + row.count, 0),
		mailsFailed: await countStuck(db, actor.organisationId, { state: 'failed', at }),
		mailsUncertain: await countStuck(db, actor.organisationId, { state: 'uncertain', at }),
		evidenceVersion: context.evidence.version,
		instruments: context.instruments.map((instrument) => `${instrument.id}, ${instrument.version}`),
		openRounds: rounds.filter((round) => round.openedAt !== null && round.closedAt === null).length,
		runtime: `Node ${process.versions.node}`
	};
}
