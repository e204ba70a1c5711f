// Units and leaders from a file of an HR system.
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import type { Context } from '#server/context.ts';
import { applyOrganisationImport } from '#server/use-cases/organisation/apply-organisation-import.ts';
import { readOrganisation } from '#server/database/organisations.ts';
import type { ClosedAccess } from '#server/use-cases/accounts/close-access.ts';
import { uploadOrganisation, type OrganisationPreview } from '#server/use-cases/organisation/upload-organisation.ts';
import { organisationImport } from '#texts/en/organisation-import.ts';
import { findOrganisation, makeOrganisation, withOrganisation, type NewOrganisation } from './find-organisation.ts';
import { readBytes } from './read-file.ts';
import { Refusal, refuse } from './refusal.ts';
import { print, withContext, type Output, type World } from './world.ts';

type Options = Output & NewOrganisation & { readonly mode: 'complete' | 'additions'; readonly dryRun?: boolean };
type File = { readonly path: string; readonly bytes: Uint8Array };

export function importOrganisationCommand(world: World): Command {
	return new Command('organisation')
		.description('Read units and leaders from a .csv or .xlsx file; a file with a faulty row changes nothing')
		.argument('<file>')
		.addOption(
			new Option('--mode <mode>', 'complete: what is not in the file is closed or has left; additions: it stays')
				.choices(['complete', 'additions'])
				.default('additions')
		)
		.option(
			'--organisation <name>',
			'name or id; made where there is no organisation yet ("Organisation" when left out)'
		)
		.option(
			'--administrator <e-mail>',
			'who may sign in as programme lead and operator of an organisation that is made now'
		)
		.option('--dry-run', 'say what would change, and change nothing')
		.option('--json', 'print the result as JSON')
		.addHelpText('after', '\nExample: ledertrivsel import organisation leaders.xlsx --mode complete --dry-run')
		.action((path: string, options: Options) =>
			withContext(world, (context) =>
				importOrganisation(world, context, { file: { path, bytes: readBytes(path) }, options })
			)
		);
}

async function importOrganisation(
	world: World,
	context: Context,
	{ file, options }: { file: File; options: Options }
): Promise<void> {
	if (options.dryRun === true) return tryOut(world, context, { file, options });
	await withOrganisation(context, options, async (organisation) => {
		const preview = await upload(world, context, { organisationId: organisation.id, file, options });
		const lines = linesOf(preview, await namesIn(context, organisation.id, preview));
		const saved = await applyOrganisationImport(
			context,
			{ kind: 'system', organisationId: organisation.id },
			{ importId: preview.importId }
		);
		if (saved.kind !== 'saved') return refuse(`${file.path} was read but not saved (${saved.kind})`);
		const { units, leaders } = await readOrganisation(context.db, organisation.id);
		const result = {
			...resultOf(preview),
			saved: true,
			organisation: { id: organisation.id, name: organisation.name },
			units: units.length,
			leaders: leaders.length,
			closedAccess: saved.closedAccess
		};
		print(world, options, result, [
			...lines,
			`Saved in "${organisation.name}", which now has ${units.length} units and ${leaders.length} leaders.`,
			...closedLines(saved.closedAccess)
		]);
	});
}

/** Who has lost which access by leaving, one line each. */
function closedLines({ suspended, keptLeads }: ClosedAccess): string[] {
	return [
		...suspended.map(({ email, role }) => `${email} is no leader any more: the role ${role} rests.`),
		...keptLeads.map((email) => `${email} is no leader any more, but stays programme lead: there is no other.`)
	];
}

/** The same up to the saving, in a transaction that is taken back. */
async function tryOut(
	world: World,
	context: Context,
	{ file, options }: { file: File; options: Options }
): Promise<void> {
	const takeBack = new Error('taken back');
	await context.db
		.transaction()
		.execute(async (db) => {
			const inside = { ...context, db };
			const organisation =
				(await findOrganisation(inside, options.organisation)) ?? (await makeOrganisation(inside, options));
			const preview = await upload(world, inside, { organisationId: organisation.id, file, options });
			const lines = linesOf(preview, await namesIn(inside, organisation.id, preview));
			print(world, options, { ...resultOf(preview), saved: false, units: preview.units, leaders: preview.leaders }, [
				...lines,
				'Nothing was saved: this was a dry run.'
			]);
			throw takeBack;
		})
		.catch((error: unknown) => {
			if (error !== takeBack) throw error;
		});
}

async function upload(
	world: World,
	context: Context,
	{ organisationId, file, options }: { organisationId: string; file: File; options: Options }
): Promise<OrganisationPreview> {
	const outcome = await uploadOrganisation(
		context,
		{ kind: 'system', organisationId },
		{ fileName: basename(file.path), bytes: file.bytes, mode: options.mode }
	);
	switch (outcome.kind) {
		case 'preview':
			return outcome.preview;
		case 'not-a-table':
			return refuse(`${file.path}: ${organisationImport.unreadable(outcome.code)}`);
		case 'faulty': {
			const sentences = outcome.problems.map((problem) => organisationImport.problem(problem));
			print(
				world,
				options,
				{
					saved: false,
					problems: outcome.problems.map((problem, index) => ({ ...problem, sentence: sentences[index] }))
				},
				sentences
			);
			const more = sentences.length > 1 ? ` and ${sentences.length - 1} more` : '';
			throw new Refusal(
				`${file.path}: nothing was saved, the file has ${sentences.length === 1 ? 'one fault' : `${sentences.length} faults`}: ${sentences[0] ?? ''}${more}`
			);
		}
		case 'forbidden':
			return refuse('this is not allowed');
	}
}

async function namesIn(
	context: Context,
	organisationId: string,
	preview: OrganisationPreview
): Promise<(id: string) => string> {
	const current = await readOrganisation(context.db, organisationId);
	const names = new Map<string, string>([...current.units, ...current.leaders].map(({ id, name }) => [id, name]));
	for (const change of preview.changes) {
		if (change.kind === 'unit-added') names.set(change.unit.id, change.unit.name);
		if (change.kind === 'leader-added') names.set(change.leader.id, change.leader.name);
	}
	return (id) => names.get(id) ?? id;
}

const shownChanges = 50;

function linesOf(preview: OrganisationPreview, nameOf: (id: string) => string): string[] {
	const changes = preview.changes.map((change) => organisationImport.change(change, { unit: nameOf, leader: nameOf }));
	return [
		...preview.notices.slice(0, shownChanges).map((notice) => organisationImport.notice(notice)),
		...(preview.notices.length > shownChanges ? [`… and ${preview.notices.length - shownChanges} more notices.`] : []),
		...changes.slice(0, shownChanges),
		...(changes.length > shownChanges ? [`… and ${changes.length - shownChanges} more changes.`] : []),
		changes.length === 0 ? organisationImport.noChanges : `${changes.length} changes.`
	];
}

function resultOf(preview: OrganisationPreview) {
	const kinds = Map.groupBy(preview.changes, (change) => change.kind);
	return {
		mode: preview.mode,
		changes: Object.fromEntries([...kinds].map(([kind, changes]) => [kind, changes.length])),
		notices: preview.notices
	};
}
