// `npm run evidence`: writes what follows from the evidence base and is kept beside it, for reviewers and for the check:
// versions.json (what each version of a record said) and certainty.md (every certainty with its reasons).
// `--check` compares instead and fails with the first difference.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { certaintyTable } from '#server/evidence-base/certainty-table.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { checkVersions, readVersions, versionsOf } from '#server/evidence-base/record-versions.ts';

const directory = join(import.meta.dirname, '../evidence');
const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const base = readEvidence(directory);
const unraised = checkVersions(directory, base).filter((problem) => problem.detail.includes('raise'));
if (unraised.length > 0) {
	for (const { record, detail } of unraised) process.stderr.write(`${record}: ${detail}\n`);
	process.exit(1);
}

const files: Readonly<Record<string, string>> = {
	'versions.json': `${JSON.stringify(versionsOf(base, readVersions(directory)), null, '\t')}\n`,
	'certainty.md': certaintyTable(base)
};
for (const [name, text] of Object.entries(files)) {
	const path = join(directory, name);
	const isSame = existsSync(path) && readFileSync(path, 'utf8') === text;
	if (isSame) continue;
	if (options.check) {
		process.stderr.write(`evidence/${name} is not what the base gives: run npm run evidence and read the difference\n`);
		process.exit(1);
	}
	writeFileSync(path, text);
	process.stdout.write(`evidence/${name} written\n`);
}
