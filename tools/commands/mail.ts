// `mail bounce`: takes a letter that came back, as a mail server hands it to a program.
import { Command } from 'commander';
import { openContext } from '#server/context.ts';
import { DatabaseUnusable } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { returnedMailAtMostBytes } from '#server/mail/read-returned-mail.ts';
import { returnedFolderIn } from '#server/mail/returned-folder.ts';
import { recordBounce, type RecordBounceOutcome } from '#server/use-cases/mail/record-bounce.ts';
import { refuse } from './refusal.ts';
import { print, settingsOf, type Output, type World } from './world.ts';

export function mailCommand(world: World): Command {
	return new Command('mail').description('What mail servers hand back').addCommand(bounceCommand(world));
}

function bounceCommand(world: World): Command {
	return new Command('bounce')
		.description('Read a delivery report from standard input, and mark the letter it is about as returned')
		.option('--json', 'print the outcome as JSON')
		.addHelpText(
			'after',
			'\nFor a mail server: let the address that letters are sent from deliver to this program, for example in\n' +
				'/etc/aliases:  ledertrivsel: "|ledertrivsel mail bounce"\n' +
				'While the server uses the embedded database, the report waits in DATA_DIR/returned-mail until it reads it.'
		)
		.action(async (output: Output) => {
			const message = await readAll(world);
			const outcome = await record(world, message);
			print(world, output, outcome, [sentenceOf(outcome)]);
		});
}

type Outcome = Exclude<RecordBounceOutcome, { kind: 'not-a-report' | 'forbidden' }> | { readonly kind: 'kept' };

async function record(world: World, message: Uint8Array): Promise<Outcome> {
	const system = { kind: 'system', organisationId: '' } as const;
	if (world.context !== undefined) return taken(await recordBounce(world.context, system, { message }));
	const settings = settingsOf(world);
	const running = await openContext(settings, silentLog).catch((error: unknown) => {
		if (error instanceof DatabaseUnusable && error.kind === 'in-use') return null;
		throw error;
	});
	if (running === null) {
		await returnedFolderIn(settings.dataDirectory).put(message);
		return { kind: 'kept' };
	}
	try {
		return taken(await recordBounce(running.context, system, { message }));
	} finally {
		await running.close();
	}
}

function taken(outcome: RecordBounceOutcome): Outcome {
	if (outcome.kind === 'forbidden') throw new Error('the system may not record a returned letter');
	if (outcome.kind === 'not-a-report')
		return refuse('this is no delivery report (RFC 3464), so nothing was changed: read it yourself');
	return outcome;
}

function sentenceOf(outcome: Outcome): string {
	switch (outcome.kind) {
		case 'recorded':
			return `returned letters marked: ${outcome.letters}; addresses that are not written to again by themselves: ${outcome.addresses}`;
		case 'kept':
			return 'the server is running and will read it from DATA_DIR/returned-mail in a moment';
		case 'nothing-to-record':
			return 'the letter is only delayed, or it has arrived: nothing to mark';
		case 'unknown-letter':
			return 'it is about no letter that is recorded here: nothing to mark';
	}
}

async function readAll({ stdin }: World): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	let length = 0;
	for await (const part of stdin ?? []) {
		length += part.length;
		if (length > returnedMailAtMostBytes) refuse('this is larger than any delivery report, so nothing was changed');
		parts.push(part);
	}
	return Buffer.concat(parts);
}
