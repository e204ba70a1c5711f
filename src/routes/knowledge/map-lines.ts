// The lines of the picture: from each factor to those whom its findings are about. Decoration; the fields say it in words.
import type { Outcome } from '#domain/evidence/evidence.ts';
import type { MapFactor } from '#server/use-cases/evidence/describe-map.ts';

/** Height of the drawing, which is stretched over the columns between; its width is 100. */
export const mapHeight = 600;

export type MapLine = { readonly path: string; readonly width: number; readonly isCarried: boolean };

/** How much of the height a group takes: a row for its heading and one for each outcome. */
export function groupShare(outcomes: number): number {
	return outcomes + 1;
}

export function groupCentres(
	groups: readonly { readonly of: Outcome['of']; readonly outcomes: number }[]
): ReadonlyMap<Outcome['of'], number> {
	const whole = groups.reduce((sum, group) => sum + groupShare(group.outcomes), 0);
	const centres = new Map<Outcome['of'], number>();
	let above = 0;
	for (const { of, outcomes } of groups) {
		const share = groupShare(outcomes);
		centres.set(of, ((above + share / 2) / whole) * mapHeight);
		above += share;
	}
	return centres;
}

/** `side`: where the factors stand. They share the height evenly. */
export function mapLines(
	factors: readonly Pick<MapFactor, 'reaches'>[],
	centres: ReadonlyMap<Outcome['of'], number>,
	side: 'left' | 'right'
): readonly MapLine[] {
	const [from, to] = side === 'left' ? [0, 100] : [100, 0];
	return factors.flatMap(({ reaches }, index) => {
		const start = ((index + 0.5) / factors.length) * mapHeight;
		return reaches
			.filter(({ findings }) => findings > 0)
			.map(({ of, carried }) => {
				const end = Math.round(centres.get(of) ?? 0);
				return {
					path: `M${from} ${start} C50 ${start} 50 ${end} ${to} ${end}`,
					width: 1 + 0.9 * carried,
					isCarried: carried > 0
				};
			});
	});
}
