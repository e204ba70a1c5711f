// The other way than read-evidence.ts: a base as the files it is kept in, byte for byte those that ship where nothing
// was edited. So an organisation's own edition can be compared with them line by line, and be sent in.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceBase, Finding } from '#domain/evidence/evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { certaintyTable } from './certainty-table.ts';
import { inFieldOrder } from './field-order.ts';
import { readVersions, versionsOf } from './record-versions.ts';

const shipped = join(projectRoot, 'evidence');

/** `path`: within the evidence base, with `/` between its parts. */
export type EvidenceFile = { readonly path: string; readonly text: string };

/** The records. Findings about no factor stand by what they start from. */
export function evidenceFiles(base: EvidenceBase): readonly EvidenceFile[] {
	const { version, publishedOn, lastSearch, search } = base;
	const topics = [...new Set(base.findings.map(topicOf))].toSorted();
	return [
		file('factors', inFieldOrder('factor', base.factors)),
		...topics.map((topic) => {
			const findings = base.findings.filter((finding) => topicOf(finding) === topic);
			return file(`findings/${topic}`, inFieldOrder('finding', findings));
		}),
		...base.interventions.map((one) => file(`interventions/${one.id}`, inFieldOrder('intervention', one))),
		file('mentions', inFieldOrder('mention', base.mentions)),
		file('outcomes', inFieldOrder('outcome', base.outcomes)),
		...base.studies.map((study) => file(`studies/${study.id}`, inFieldOrder('study', study))),
		file('version', inFieldOrder('edition', { version, publishedOn, lastSearch, search }))
	];
}

/**
 * What stands beside the records: schemas, instruments and README as they are below the directory, and the lists that
 * follow from the records, made for this base.
 */
export function companionFiles(base: EvidenceBase, directory = shipped): readonly EvidenceFile[] {
	const asTheyAre = ['README.md', ...below(directory, 'schema'), ...below(directory, 'instruments')];
	return [
		...asTheyAre.map((path) => ({ path, text: readFileSync(join(directory, path), 'utf8') })),
		{ path: 'versions.json', text: asJson(versionsOf(base, readVersions(directory))) },
		{ path: 'certainty.md', text: certaintyTable(base) }
	];
}

/** The file in which a finding stands: that of what it is about. */
export function topicOf({ from }: Pick<Finding, 'from'>): string {
	switch (from.kind) {
		case 'factor':
			return from.id;
		case 'intervention':
			return 'interventions';
		case 'research':
			return 'research';
		case 'outcome':
			return 'consequences';
	}
}

function file(name: string, content: unknown): EvidenceFile {
	return { path: `${name}.json`, text: asJson(content) };
}

function asJson(content: unknown): string {
	return `${JSON.stringify(content, null, '\t')}\n`;
}

function below(directory: string, folder: string): readonly string[] {
	return readdirSync(join(directory, folder))
		.toSorted()
		.map((name) => `${folder}/${name}`);
}
