// The whole base as one download: the files that it is kept in, its works for reference managers, and under which terms
// it may be used.
import { strToU8, zipSync } from 'fflate';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { termsOfUse } from '#server/evidence-base/terms-of-use.ts';
import { companionFiles, evidenceFiles, type EvidenceFile } from '#server/evidence-base/write-evidence.ts';
import { fileEndings, formatReferences } from '#server/references/format-references.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type EvidenceDownloadOutcome =
	| { readonly kind: 'evidence-download'; readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }
	| Forbidden;

/** Made once for each edition; an edition that nobody reads any more is forgotten with its download. */
const made = new WeakMap<EvidenceBase, Uint8Array<ArrayBuffer>>();

export function exportEvidence({ evidence }: Pick<Context, 'evidence'>, actor: Actor): EvidenceDownloadOutcome {
	if (!isAllowed('export-evidence', actor)) return forbidden;
	const name = `ledertrivsel-evidence-${evidence.version}`;
	const bytes = made.get(evidence) ?? zipFiles(name, filesOfDownload(evidence), evidence.publishedOn);
	made.set(evidence, bytes);
	return { kind: 'evidence-download', fileName: `${name}.zip`, bytes };
}

/** Every file of the download, also for the command line. */
export function filesOfDownload(base: EvidenceBase): readonly EvidenceFile[] {
	const references = (['ris', 'bibtex', 'csl-json'] as const).map((format) => ({
		path: `references.${fileEndings[format]}`,
		text: formatReferences(base.studies, format)
	}));
	return [...evidenceFiles(base), ...companionFiles(base), ...references, ...termsOfUse(base)];
}

/** The same bytes for the same files: each carries the day of publication (YYYY-MM-DD) and not that of the download. */
export function zipFiles(name: string, files: readonly EvidenceFile[], publishedOn: string): Uint8Array<ArrayBuffer> {
	const entries = files.map(({ path, text }) => [`${name}/${path}`, strToU8(text)] as const);
	return zipSync(Object.fromEntries(entries), { mtime: new Date(`${publishedOn}T12:00:00`), level: 9 });
}
