// The evidence base that readers of one organisation see: what is shipped, with what its editors have published. It is kept
// in memory, and while nothing is published it is the same object, so that what others compute from it can be kept as well.
import type { EditConflict } from '#domain/evidence/apply-revisions.ts';
import { findRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import type { Context } from '#server/context.ts';
import { findLastPublication } from '#server/database/evidence-publications.ts';
import { listLatestEdits, listPublishedEdits, rememberShipped } from '#server/database/evidence-revisions.ts';
import { listOrganisations } from '#server/database/organisations.ts';
import { dayOf } from '../calendar-day.ts';
import { applyPublished } from './evidence-drafts.ts';

export type PublishedEvidence = {
	readonly base: EvidenceBase;
	readonly conflicts: readonly EditConflict[];
	/** Organisation, number and moment of the publication it was made from; empty where nothing was published. */
	readonly edition: string;
};

type Publication = NonNullable<Awaited<ReturnType<typeof findLastPublication>>>;
type Needed = Pick<Context, 'db' | 'now' | 'shippedEvidence'>;
type Kept = {
	readonly lookedAt: number;
	readonly shipped: EvidenceBase;
	readonly evidence: Promise<PublishedEvidence>;
};

/** Another process may publish too: each asks the database once a second at most. */
const trustedMilliseconds = 1000;
const keptOf = new WeakMap<Context['db'], Map<string, Kept>>();
const ownOrganisation = 'own';

/** `organisationId`: null for visitors, who read what the installation's own organisation has published. */
export async function publishedEvidence(context: Needed, organisationId: string | null): Promise<PublishedEvidence> {
	const kept = keptFor(context.db);
	const key = organisationId ?? ownOrganisation;
	const lookedAt = context.now().getTime();
	const last = kept.get(key);
	const known = last?.shipped === context.shippedEvidence ? last : null;
	if (known !== null && Math.abs(lookedAt - known.lookedAt) < trustedMilliseconds) return known.evidence;
	const evidence = look(context, organisationId, known?.evidence ?? null);
	// Set before anything is waited for: whoever comes meanwhile waits for the same look.
	kept.set(key, { lookedAt, shipped: context.shippedEvidence, evidence });
	try {
		return await evidence;
	} catch (error) {
		kept.delete(key);
		throw error;
	}
}

/** After a publication: the next request of this process sees it. */
export function forgetPublishedEvidence(db: Context['db'], organisationId: string): void {
	const kept = keptFor(db);
	for (const key of [organisationId, ownOrganisation]) {
		const known = kept.get(key);
		if (known !== undefined) kept.set(key, { ...known, lookedAt: -Infinity });
	}
}

async function look(
	{ db, shippedEvidence: shipped }: Needed,
	organisationId: string | null,
	known: Promise<PublishedEvidence> | null
): Promise<PublishedEvidence> {
	const organisation = organisationId ?? (await findOwnOrganisation(db));
	if (organisation !== null && known === null) await rememberUpgrade(db, shipped, organisation);
	const newest = organisation === null ? null : await findLastPublication(db, organisation);
	const before = await known;
	if (before?.edition === editionOf(organisation, newest)) return before;
	if (organisation === null || newest === null) return { base: shipped, conflicts: [], edition: '' };
	const { last, edits } = await readPublished(db, organisation);
	const edition = editionOf(organisation, last);
	if (last === null) return { base: shipped, conflicts: [], edition };
	const { base, conflicts } = applyPublished(shipped, edits);
	const day = dayOf(last.publishedAt);
	const version = `${shipped.version}+${last.publication}`;
	const publishedOn = day > shipped.publishedOn ? day : shipped.publishedOn;
	return { base: { ...base, version, publishedOn }, conflicts, edition };
}

function editionOf(organisation: string | null, last: Publication | null): string {
	return last === null ? '' : `${organisation} ${last.publication} ${last.publishedAt.toISOString()}`;
}

/** Number and words of one and the same publication, also where another one comes meanwhile. */
async function readPublished(db: Context['db'], organisation: string) {
	return db
		.transaction()
		.setIsolationLevel('repeatable read')
		.execute(async (inside) => ({
			last: await findLastPublication(inside, organisation),
			edits: await listPublishedEdits(inside, organisation)
		}));
}

/** Once for each process and each shipped base: what is shipped now of everything that was edited here. */
async function rememberUpgrade(db: Context['db'], shipped: EvidenceBase, organisation: string): Promise<void> {
	const inForce = [...(await listPublishedEdits(db, organisation)), ...(await listLatestEdits(db, organisation))];
	const upgraded = inForce.flatMap((edit) => {
		const record = findRecord(shipped, edit)?.record;
		if (record === undefined || record.version === edit.shippedBefore?.version) return [];
		return [{ kind: edit.kind, id: edit.id, revision: edit.revision, record }];
	});
	await rememberShipped(db, organisation, upgraded);
}

async function findOwnOrganisation(db: Context['db']): Promise<string | null> {
	return (await listOrganisations(db)).find((organisation) => !organisation.isDemonstration)?.id ?? null;
}

function keptFor(db: Context['db']): Map<string, Kept> {
	const found = keptOf.get(db) ?? new Map<string, Kept>();
	keptOf.set(db, found);
	return found;
}
