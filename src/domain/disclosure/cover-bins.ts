/** Something with a size that can be merged; `key` settles ties. */
export type Sized = { readonly key: string; readonly size: number };

/**
 * Merges small pieces into as many groups of at least `minimum` as a greedy rule finds, each just above the minimum.
 *
 * The largest piece left is completed by the smallest one that suffices; where none does, by the largest. All pieces
 * must be smaller than the minimum and of whole size from 0. Returns the groups, and the pieces that were too few to
 * form one more. The result does not depend on the order of the input. Greedy, not always the largest possible number.
 */
export function coverBins<P extends Sized>(pieces: readonly P[], minimum: number): { bins: P[][]; rest: P[] } {
	const bySize: P[][] = Array.from({ length: minimum }, () => []);
	for (const piece of pieces.toSorted((a, b) => (a.key < b.key ? 1 : -1))) bySize[piece.size]!.push(piece);
	const bins: P[][] = [];
	for (;;) {
		const bin: P[] = [];
		let missing = minimum;
		while (missing > 0) {
			const size = bin.length === 0 ? largest(bySize) : (smallestFrom(bySize, missing) ?? largest(bySize));
			const piece = bySize[size]?.pop();
			if (piece === undefined) return { bins, rest: [...bin, ...bySize.flat()] };
			bin.push(piece);
			missing -= piece.size;
		}
		bins.push(bin);
	}
}

/** Largest size above 0 of which a piece is left, or 0. */
function largest(bySize: readonly (readonly Sized[])[]): number {
	let size = bySize.length - 1;
	while (size > 0 && bySize[size]!.length === 0) size--;
	return size;
}

function smallestFrom(bySize: readonly (readonly Sized[])[], least: number): number | null {
	for (let size = least; size < bySize.length; size++) if (bySize[size]!.length > 0) return size;
	return null;
}
