// A faulty evidence base stops the build, with file, record and reason of each fault.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const root = join(import.meta.dirname, '..');

/** `directory`: where the base lies. */
export function checkedEvidence(directory = join(root, 'evidence')): Plugin & { configResolved: () => void } {
	return {
		name: 'checked-evidence',
		apply: 'build',
		configResolved() {
			const check = ['tools/ledertrivsel.mjs', 'evidence', 'check', '--directory', directory];
			const { status, stdout } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...check], {
				cwd: root,
				encoding: 'utf8',
				stdio: ['ignore', 'pipe', 'ignore']
			});
			if (status !== 0) throw new Error(`the evidence base has faults, and the build stops here:\n${stdout}`);
		}
	};
}
