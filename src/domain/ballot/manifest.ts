// What is frozen and public when a round opens: every reporting group with its size and its key. The browser refuses to
// ask for a ballot with anything else, so that nobody can be given a key of their own unseen.
import * as v from 'valibot';

export type ManifestGroup = {
	readonly id: string;
	readonly name: string;
	/** Names of the units from the root to the lowest one that holds the whole group. */
	readonly path: readonly string[];
	/** Names of the units whose leaders are in the group. */
	readonly units: readonly string[];
	/** What all leaders of the group have in common, such as their level; no name that every object has, as `constructor`. */
	readonly attributes: Readonly<Record<string, string>>;
	/** Leaders who are asked. */
	readonly invited: number;
	/** SubjectPublicKeyInfo of an RSA key (DER, base64url): 2048 bits at least, exponent 65537. */
	readonly key: string;
};

export type Manifest = {
	readonly format: 'ledertrivsel-manifest-1';
	readonly organisation: string;
	/** Days as YYYY-MM-DD. */
	readonly round: {
		readonly id: string;
		readonly name: string;
		readonly opensOn: string;
		readonly closesOn: string;
	};
	readonly instrument: { readonly id: string; readonly version: number };
	/** Fewest responses a shown group holds, and fewest leaders a group was made of. */
	readonly rules: { readonly threshold: number; readonly minimumInvited: number };
	/** Raw public key on P-256 (65 bytes, base64url) to which the answers are sealed. */
	readonly answersKey: string;
	/** Hash (SHA-256, base64url) of the organisation's manifest before this one; null for the first. */
	readonly previous: string | null;
	readonly groups: readonly ManifestGroup[];
};

export type ManifestParts = Omit<Manifest, 'format'>;

export type ParsedManifest =
	| { readonly kind: 'manifest'; readonly manifest: Manifest }
	/** `not-as-written`: reads well, but `writeManifest` would have written it in another way. */
	| { readonly kind: 'faulty'; readonly reason: 'no-json' | 'wrong-shape' | 'not-as-written' };

/**
 * The exact text of a manifest, which is what is hashed, stored and published: JSON without spaces, fields in the order
 * of the type, attributes sorted by name. Groups keep their order. Throws nothing.
 */
export function writeManifest(parts: ManifestParts): string {
	const { organisation, round, instrument, rules, answersKey, previous, groups } = parts;
	return JSON.stringify({
		format: 'ledertrivsel-manifest-1',
		organisation,
		round: { id: round.id, name: round.name, opensOn: round.opensOn, closesOn: round.closesOn },
		instrument: { id: instrument.id, version: instrument.version },
		rules: { threshold: rules.threshold, minimumInvited: rules.minimumInvited },
		answersKey,
		previous,
		groups: groups.map(({ id, name, path, units, attributes, invited, key }) => ({
			id,
			name,
			path,
			units,
			attributes: Object.fromEntries(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))),
			invited,
			key
		}))
	});
}

/**
 * Reads a manifest's text. Only what `writeManifest` writes is one: a field that nobody knows, one that occurs twice or
 * another order is faulty, so that two programs cannot read the same text in two ways. Throws nothing.
 */
export function parseManifest(text: string): ParsedManifest {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return { kind: 'faulty', reason: 'no-json' };
	}
	const parsed = v.safeParse(manifestShape, json);
	if (!parsed.success) return { kind: 'faulty', reason: 'wrong-shape' };
	if (writeManifest(parsed.output) !== text) return { kind: 'faulty', reason: 'not-as-written' };
	return { kind: 'manifest', manifest: parsed.output };
}

const name = v.pipe(v.string(), v.regex(/\S/));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const base64url = v.pipe(v.string(), v.regex(/^[\w-]+$/));

const manifestShape = v.strictObject({
	format: v.literal('ledertrivsel-manifest-1'),
	organisation: name,
	round: v.strictObject({ id: name, name, opensOn: day, closesOn: day }),
	instrument: v.strictObject({ id: name, version: count }),
	rules: v.strictObject({ threshold: count, minimumInvited: count }),
	answersKey: base64url,
	previous: v.nullable(v.pipe(base64url, v.length(43))),
	groups: v.pipe(
		v.array(
			v.strictObject({
				id: name,
				name,
				path: v.array(v.string()),
				units: v.pipe(v.array(name), v.nonEmpty()),
				attributes: v.record(v.string(), v.string()),
				invited: count,
				key: base64url
			})
		),
		v.nonEmpty()
	)
});
