/** Things by their id. Of two with the same id the last one stays. */
export function indexById<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
	return new Map(things.map((thing) => [thing.id, thing]));
}
