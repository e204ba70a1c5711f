/** Which word tells where a round is. */
export function roundState(round: {
	readonly preparingAt: Date | null;
	readonly openedAt: Date | null;
	readonly closingAt: Date | null;
	readonly closedAt: Date | null;
	readonly releasedAt: Date | null;
}): 'planned' | 'preparing' | 'open' | 'closing' | 'closed' | 'released' {
	if (round.releasedAt !== null) return 'released';
	if (round.closedAt !== null) return 'closed';
	if (round.closingAt !== null) return 'closing';
	if (round.openedAt !== null) return 'open';
	return round.preparingAt === null ? 'planned' : 'preparing';
}
