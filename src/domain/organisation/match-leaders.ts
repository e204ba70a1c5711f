// Which leader of one picture of the organisation is which leader of another.
import { foldName } from './fold-text.ts';
import { leaderKeyKind } from './leader-key.ts';
import type { Leader } from './organisation.ts';

export type LeaderMatching = {
	readonly current: readonly Leader[];
	readonly imported: readonly Leader[];
	/** The current id of an imported unit, or its own where it is new. */
	readonly unitId: (importedUnitId: string) => string;
};

/**
 * Pairs leaders by key; then by e-mail where one of the two has no employee number; then by name and unit where one of
 * the two has nothing better. Returns imported id → current leader, one to one; what has no partner is absent.
 */
export function matchLeaders({ current, imported, unitId }: LeaderMatching): Map<string, Leader> {
	const matched = new Map<string, Leader>();
	const taken = new Set<string>();
	const hasNumber = (leader: Leader) => leaderKeyKind(leader.key) === 'number';
	const isWeak = (leader: Leader) => leaderKeyKind(leader.key) === 'name';
	pairBy(
		(leader) => (isWeak(leader) ? null : foldName(leader.key)),
		(leader) => (isWeak(leader) ? null : foldName(leader.key))
	);
	pairBy(
		(leader) => leader.email,
		(leader) => leader.email,
		(one, other) => !hasNumber(one) || !hasNumber(other)
	);
	pairBy(
		(leader) => placeKey(leader.name, leader.unitId),
		(leader) => placeKey(leader.name, unitId(leader.unitId)),
		(one, other) => isWeak(one) || isWeak(other)
	);
	return matched;

	function pairBy(
		currentKey: (leader: Leader) => string | null,
		importedKey: (leader: Leader) => string | null,
		mayPair: (one: Leader, other: Leader) => boolean = () => true
	): void {
		const byKey = Map.groupBy(
			current.filter((leader) => !taken.has(leader.id)),
			currentKey
		);
		for (const leader of imported) {
			const key = matched.has(leader.id) ? null : importedKey(leader);
			const free =
				key === null ? [] : (byKey.get(key) ?? []).filter((one) => !taken.has(one.id) && mayPair(one, leader));
			const [partner] = free;
			if (partner === undefined || free.length > 1) continue;
			matched.set(leader.id, partner);
			taken.add(partner.id);
		}
	}
}

function placeKey(name: string, unitId: string): string {
	return JSON.stringify([foldName(name), unitId]);
}
