// The witness in the leader's browser: whether the manifest is the one that the invitation names, and whether a ballot may
// be asked for under it. Nothing of a leader is blinded or sent before.
import { readBase64url, writeBase64url } from '#domain/ballot/base64url.ts';
import { checkManifest, type ManifestProblem } from '#domain/ballot/check-manifest.ts';
import { parseManifest, type Manifest, type ManifestGroup } from '#domain/ballot/manifest.ts';
import { importGroupKey } from './blind.ts';
import { sha256, utf8, type Bytes } from './bytes.ts';
import { isAnswersKey } from './seal.ts';

export type ManifestRefusal = ManifestProblem | 'not-readable' | 'key-weak';

/** Where a leader's ballot belongs, checked. */
export type Place = {
	readonly kind: 'place';
	readonly manifestHash: string;
	readonly manifest: Manifest;
	readonly group: ManifestGroup;
	readonly groupKey: CryptoKey;
	readonly answersKey: Bytes;
};

export type JudgedManifest = Place | { readonly kind: 'refused'; readonly problems: readonly ManifestRefusal[] };

/** SHA-256 of a manifest's exact text, base64url. */
export async function hashManifest(text: string): Promise<string> {
	return writeBase64url(await sha256(utf8(text)));
}

/**
 * Judges a manifest's text for one invitation. `namedHash`: what the link names; null where a code was typed, and then a
 * person has to compare the fingerprint.
 */
export async function judgeManifest(input: {
	readonly text: string;
	readonly namedHash: string | null;
	readonly roundId: string;
	readonly instrument: { readonly id: string; readonly version: number };
	/** As the page tells them. */
	readonly rules: Manifest['rules'];
	readonly groupId: string;
}): Promise<JudgedManifest> {
	const manifestHash = await hashManifest(input.text);
	const hashMatches = input.namedHash === null || input.namedHash === manifestHash;
	const parsed = parseManifest(input.text);
	// A text that is not the one named is not worth a second complaint.
	if (parsed.kind === 'faulty') return refused([hashMatches ? 'not-readable' : 'hash-differs']);
	const { manifest } = parsed;
	const checked = checkManifest({ ...input, manifest, hashMatches });
	if (checked.kind === 'refused') return checked;
	const groupKey = await importGroupKey(readBase64url(checked.group.key) ?? new Uint8Array(0));
	const answersKey = readBase64url(manifest.answersKey) ?? new Uint8Array(0);
	if (groupKey === null) return refused(['key-weak']);
	if (!(await isAnswersKey(answersKey))) return refused(['key-malformed']);
	return { kind: 'place', manifestHash, manifest, group: checked.group, groupKey, answersKey };
}

function refused(problems: readonly ManifestRefusal[]): JudgedManifest {
	return { kind: 'refused', problems };
}
