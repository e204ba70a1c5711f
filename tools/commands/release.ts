// What is published of a round: built once, shown as it is, and attacked.
import { Command } from 'commander';
import { buildCommand } from './release-build.ts';
import { auditCommand } from './release-audit.ts';
import { dataCommand } from './release-data.ts';
import { exportCommand } from './release-export.ts';
import { showCommand } from './release-show.ts';
import type { World } from './world.ts';

export function releaseCommand(world: World): Command {
	return new Command('release')
		.description('Build, show, attack and hand out what is published of a round; ROUND is an id, a name or "latest"')
		.addCommand(buildCommand(world))
		.addCommand(showCommand(world))
		.addCommand(auditCommand(world))
		.addCommand(exportCommand(world))
		.addCommand(dataCommand(world));
}
