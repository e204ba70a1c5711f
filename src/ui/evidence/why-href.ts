/**
 * The page that explains why an intervention is suggested.
 *
 * `factor`: null where the suggestion was made for none, or where nobody is to be told for which. `back`: the path of this
 * site to return to, null where the way back is the browser's; what is private of an address, after its `#`, is never part
 * of it.
 */
export function whyHref(intervention: string, factor: string | null, back: string | null): string {
	const query = new URLSearchParams({
		...(factor === null ? {} : { factor }),
		...(back === null ? {} : { back: back.replace(/#.*/, '') })
	}).toString();
	return `/interventions/${intervention}/why${query === '' ? '' : `?${query}`}`;
}
