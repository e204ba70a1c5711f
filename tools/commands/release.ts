// What is published of a round: built once, shown as it is, and attacked.
import { Command } from 'commander';
import { buildCommand } from './release-build.ts';
import { auditCommand } from './release-audit.ts';
import { showCommand } from './release-show.ts';
import type { World } from './world.ts';

export function releaseCommand(world: World): Command {
	return new Command('release')
		.description('Build, show and attack what is published of a round; ROUND is an id, a name or "latest"')
		.addCommand(buildCommand(world))
		.addCommand(showCommand(world))
		.addCommand(auditCommand(world));
}
