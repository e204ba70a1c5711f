// Roles and second factors from the machine itself: the way back when nobody can sign in any more. Everything is recorded.
import { Command } from 'commander';
import type { Context } from '#server/context.ts';
import { grantableRoles, grantRole } from '#server/use-cases/accounts/grant-role.ts';
import { readAccess } from '#server/use-cases/accounts/read-access.ts';
import { resetSecondFactor } from '#server/use-cases/accounts/reset-second-factor.ts';
import { takeRole } from '#server/use-cases/accounts/take-role.ts';
import { requireOrganisation } from './find-organisation.ts';
import { refuse } from './refusal.ts';
import { print, withContext, type Output, type World } from './world.ts';

type Options = Output & { readonly organisation?: string };

export function accessCommand(world: World): Command {
	const access = new Command('access').description('Who has which role; give, take back, and reset a second factor');
	access
		.addCommand(
			own('show', 'List who has which role, and who has shown more than a mailbox').action((options: Options) =>
				withContext(world, (context) => show(world, context, options))
			)
		)
		.addCommand(
			own('grant', 'Give a role to an address')
				.argument('<e-mail>')
				.argument('<role>', grantableRoles.join(', '))
				.action((email: string, role: string, options: Options) =>
					withContext(world, (context) => grant(world, context, { email, role, options }))
				)
		)
		.addCommand(
			own('take', 'Take a role back, and end every session of the person')
				.argument('<e-mail>')
				.argument('<role>')
				.action((email: string, role: string, options: Options) =>
					withContext(world, (context) => take(world, context, { email, role, options }))
				)
		)
		.addCommand(
			own(
				'reset-second-factor',
				'Forget the app, the recovery codes and the passkeys of an address, and end its sessions'
			)
				.argument('<e-mail>')
				.action((email: string, options: Options) =>
					withContext(world, (context) => reset(world, context, { email, options }))
				)
		);
	return access;
}

function own(name: string, description: string): Command {
	return new Command(name)
		.description(description)
		.option('--organisation <name>', 'name or id; can be left out where there is only one')
		.option('--json', 'print the result as JSON')
		.addHelpText('after', '\nExample: ledertrivsel access grant eva@region.example committee');
}

async function show(world: World, context: Context, options: Options): Promise<void> {
	const organisation = await requireOrganisation(context, options.organisation);
	const access = await readAccess(context, { kind: 'system', organisationId: organisation.id });
	if (access.kind === 'forbidden') return refuse('this cannot be done here');
	print(world, options, { people: access.people, requiredFor: access.requiredFor }, [
		...access.people.flatMap((person) =>
			person.roles.map(
				({ role, suspendedAt }) =>
					`${person.email}  ${role}${suspendedAt === null ? '' : ' (rests)'}  ${person.hasSecondFactor ? 'two factors' : 'mail only'}`
			)
		),
		`Two factors are required for: ${access.requiredFor.join(', ') || 'nobody'}.`
	]);
}

async function grant(
	world: World,
	context: Context,
	{ email, role, options }: { readonly email: string; readonly role: string; readonly options: Options }
): Promise<void> {
	const organisation = await requireOrganisation(context, options.organisation);
	const outcome = await grantRole(context, { kind: 'system', organisationId: organisation.id }, { email, role });
	switch (outcome.kind) {
		case 'granted':
			return print(world, options, outcome, [`${outcome.email} now has the role ${outcome.role}.`]);
		case 'faulty':
			return refuse(
				outcome.problems
					.map((problem) =>
						problem === 'not-an-address'
							? `"${email}" is not an e-mail address`
							: `there is no role "${role}" to give; there is: ${grantableRoles.join(', ')}`
					)
					.join('; ')
			);
		case 'known-elsewhere':
			return refuse(`${email} belongs to another organisation`);
		case 'forbidden':
			return refuse('this cannot be done here');
	}
}

async function take(
	world: World,
	context: Context,
	{ email, role, options }: { readonly email: string; readonly role: string; readonly options: Options }
): Promise<void> {
	const organisation = await requireOrganisation(context, options.organisation);
	const outcome = await takeRole(context, { kind: 'system', organisationId: organisation.id }, { email, role });
	switch (outcome.kind) {
		case 'taken':
			return print(world, options, outcome, [`${outcome.email} no longer has the role ${outcome.role}.`]);
		case 'not-granted':
			return refuse(`${email} does not have the role ${role}`);
		case 'last-programme-lead':
			return refuse(`${email} is the only programme lead: give the role to somebody else first`);
		case 'forbidden':
			return refuse('this cannot be done here');
	}
}

async function reset(
	world: World,
	context: Context,
	{ email, options }: { readonly email: string; readonly options: Options }
): Promise<void> {
	const organisation = await requireOrganisation(context, options.organisation);
	const actor = { kind: 'system', organisationId: organisation.id } as const;
	const outcome = await resetSecondFactor(context, actor, { email, language: 'da' });
	switch (outcome.kind) {
		case 'reset':
			return print(world, options, outcome, [`${outcome.email} can begin anew, and is signed out everywhere.`]);
		case 'nothing-to-reset':
			return refuse(`${email} has neither an app nor a passkey`);
		case 'unknown-person':
		case 'yourself':
			return refuse(`nobody in "${organisation.name}" has the address ${email}`);
		case 'forbidden':
			return refuse('this cannot be done here');
	}
}
