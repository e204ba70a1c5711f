// `import organisation` and `import responses`: files in, all of a file or nothing.
import { Command } from 'commander';
import { importOrganisationCommand } from './import-organisation.ts';
import { importResponsesCommand } from './import-responses.ts';
import type { World } from './world.ts';

export function importCommand(world: World): Command {
	return new Command('import')
		.description('Read an organisation, or answers collected elsewhere, from a file')
		.addCommand(importOrganisationCommand(world))
		.addCommand(importResponsesCommand(world));
}
