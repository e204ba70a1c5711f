// Under which terms the base may be used, and how it is cited: for whoever has the download and not the project.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceLicence } from '#domain/evidence/exported-evidence.ts';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import type { EvidenceFile } from './write-evidence.ts';

export function termsOfUse(base: Pick<EvidenceBase, 'version' | 'publishedOn'>): readonly EvidenceFile[] {
	return [
		{ path: 'LICENCE', text: readFileSync(join(projectRoot, 'LICENCE'), 'utf8') },
		{ path: 'CITATION.cff', text: citationFile(base) }
	];
}

/** Citation File Format 1.2.0, https://citation-file-format.github.io, which reference managers read. */
function citationFile({ version, publishedOn }: Pick<EvidenceBase, 'version' | 'publishedOn'>): string {
	const fields = {
		'cff-version': '1.2.0',
		message: 'Cite the base by its version, a finding by its id and version, and the works for what they found.',
		title: 'Ledertrivsel evidence base',
		type: 'dataset',
		version,
		'date-released': publishedOn,
		license: evidenceLicence
	};
	// A JSON string is a YAML string.
	const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
	return `${[...lines, 'authors:', '  - name: "The Ledertrivsel project"'].join('\n')}\n`;
}
