// The demonstration region: synthetic leaders, a released round, and labelled as a demonstration on every page.
import { Command } from 'commander';
import { refuse } from './refusal.ts';
import type { World } from './world.ts';

export function demoCommand(_world: World): Command {
	return new Command('demo')
		.description('Make the demonstration region')
		.option('--reset', 'make it anew')
		.action(() => refuse('not yet'));
}
