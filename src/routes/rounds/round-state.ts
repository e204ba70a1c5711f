/** Which word tells where a round is. */
export function roundState(round: {
	readonly openedAt: Date | null;
	readonly closedAt: Date | null;
	readonly releasedAt: Date | null;
}): 'planned' | 'open' | 'closed' | 'released' {
	if (round.releasedAt !== null) return 'released';
	if (round.closedAt !== null) return 'closed';
	return round.openedAt === null ? 'planned' : 'open';
}
