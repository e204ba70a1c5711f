// Each record has a version that rises when it says something else. versions.json remembers what each version said, as
// a digest, so that nobody changes a claim that others cite without a trace.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceProblem } from '#domain/evidence/check-evidence.ts';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import { readJson } from '#server/evidence-base/read-evidence.ts';

/** `since`: the version of the base in which the record first said this. */
export type RecordVersion = { readonly version: number; readonly digest: string; readonly since: string };
/** By kind and id, such as "finding workload-stress". */
export type VersionList = Readonly<Record<string, RecordVersion>>;

const fileName = 'versions.json';

/** The list below a directory; empty where there is none. */
export function readVersions(directory: string): VersionList {
	const path = join(directory, fileName);
	return existsSync(path) ? readJson<VersionList>(path) : {};
}

/**
 * Records that say something else under an old version, and entries that do not stand in the list yet.
 * A base without a list, such as one that somebody unpacked elsewhere, has nothing to compare with.
 */
export function checkVersions(directory: string, base: EvidenceBase): readonly EvidenceProblem[] {
	const list = readVersions(directory);
	if (Object.keys(list).length === 0) return [];
	return Object.entries(versionsOf(base, list)).flatMap(([name, entry]) => {
		const listed = list[name];
		const record = name.split(' ')[1] ?? name;
		if (listed?.digest === entry.digest && listed.version === entry.version) return [];
		const detail =
			listed !== undefined && entry.version <= listed.version
				? `it says something else than version ${listed.version}: raise its version to ${listed.version + 1}`
				: `version ${entry.version} is not in ${fileName} yet: run npm run evidence`;
		return [{ rule: 'versions-rise', record, detail }];
	});
}

/** What the list would be for a base: entries that have not changed keep the version of the base they came with. */
export function versionsOf(base: EvidenceBase, list: VersionList): VersionList {
	const kinds = { study: base.studies, finding: base.findings, intervention: base.interventions };
	return Object.fromEntries(
		Object.entries(kinds).flatMap(([kind, records]) =>
			records.map((record) => {
				const name = `${kind} ${record.id}`;
				const entry = { version: record.version, digest: digestOf(record) };
				const listed = list[name];
				const isKept = listed?.digest === entry.digest && listed.version === entry.version;
				return [name, { ...entry, since: isKept ? listed.since : base.version }] as const;
			})
		)
	);
}

/** Of all that the record says but its version, whatever the order of its fields. */
function digestOf({ version: _, ...content }: { readonly version: number }): string {
	return createHash('sha256')
		.update(JSON.stringify(sorted(content)))
		.digest('hex')
		.slice(0, 16);
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.toSorted(([left], [right]) => (left < right ? -1 : 1))
			.map(([key, inner]) => [key, sorted(inner)])
	);
}
