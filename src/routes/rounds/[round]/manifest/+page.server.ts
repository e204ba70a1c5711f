import { error } from '@sveltejs/kit';
import { hashInFours } from '#domain/ballot/code.ts';
import { readManifest } from '#server/use-cases/ballots/read-manifest.ts';
import { fileNameOf } from './file-name.ts';
import { keyFingerprint } from './key-fingerprint.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** A large organisation has thousands of groups. */
const groupsOnPage = 200;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const outcome = await readManifest(locals.context, locals.actor, { roundId: params.round });
	switch (outcome.kind) {
		case 'manifest': {
			const { manifest, counts } = outcome;
			const search = (url.searchParams.get('search') ?? '').trim().slice(0, 200);
			const found = manifest.groups.filter((group) => matches(group, search));
			const pages = Math.max(1, Math.ceil(found.length / groupsOnPage));
			const page = Math.min(pages, Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1));
			const acceptedOf = new Map(counts?.groups.map((group) => [group.groupId, group.accepted]));
			const nameOf = new Map(manifest.groups.map((group) => [group.id, group.name]));
			return {
				isDemonstration: outcome.isDemonstration,
				list: {
					roundId: manifest.round.id,
					roundName: manifest.round.name,
					threshold: manifest.rules.threshold,
					hash: hashInFours(outcome.hash),
					previous: manifest.previous === null ? null : hashInFours(manifest.previous),
					fileName: fileNameOf(outcome.hash),
					groups: manifest.groups.length,
					invited: manifest.groups.reduce((sum, group) => sum + group.invited, 0),
					hasSharedKey: new Set(manifest.groups.map((group) => group.key)).size < manifest.groups.length,
					counts:
						counts === null
							? null
							: {
									total: counts.total,
									stuffed: counts.stuffed.map((id) => nameOf.get(id) ?? id)
								},
					search,
					found: found.length,
					page,
					pages,
					shown: found.slice((page - 1) * groupsOnPage, page * groupsOnPage).map((group) => ({
						id: group.id,
						name: group.name,
						path: group.path,
						units: group.units,
						invited: group.invited,
						fingerprint: keyFingerprint(group.key),
						accepted: acceptedOf.get(group.id) ?? null
					}))
				}
			};
		}
		case 'unknown-round':
			return { list: null };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

function matches(group: { readonly name: string; readonly units: readonly string[] }, search: string): boolean {
	const wanted = search.toLocaleLowerCase('da');
	return [group.name, ...group.units].some((name) => name.toLocaleLowerCase('da').includes(wanted));
}
