/**
 * The page that explains why an intervention is suggested.
 *
 * `factor`: null where the suggestion was made for none. `back`: the path of this site to return to; what is private of an
 * address, after its `#`, is never part of it.
 */
export function whyHref(intervention: string, factor: string | null, back: string): string {
	const query = new URLSearchParams({ ...(factor === null ? {} : { factor }), back: back.replace(/#.*/, '') });
	return `/interventions/${intervention}/why?${query.toString()}`;
}
