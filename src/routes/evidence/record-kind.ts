// The address of a record: its kind and its id.
import type { RecordKind } from '#domain/evidence/apply-revisions.ts';

export const recordKinds: readonly RecordKind[] = ['finding', 'study', 'intervention'];

/** The part of the address that stands for a record that does not exist yet; no record can have it as its id. */
export const newRecord = 'new';

type Key = { readonly kind: RecordKind; readonly id: string };

export function readKind(text: string): RecordKind | null {
	return recordKinds.find((kind) => kind === text) ?? null;
}

export function editHref({ kind, id }: Key): string {
	return `/evidence/${kind}/${encodeURIComponent(id)}`;
}

/** Where everybody reads the record. */
export function readerHref({ kind, id }: Key): string {
	const folders = { finding: 'findings', study: 'studies', intervention: 'interventions' } as const;
	return `/${folders[kind]}/${encodeURIComponent(id)}`;
}
