// A database may give the fields of a record back in another order than the files have. Here is the files' order, so
// that a record that nobody changed is written as it was read.

const orders = {
	edition: words('version publishedOn lastSearch search'),
	factor: words(
		'id kind order name shortName alsoCalled description raiseWithManager organisationOnly ownStep subThemes lines'
	),
	outcome: words('id of name alsoCalled description higherIsBetter'),
	study: words(
		'id version status authors year citedYear title journal volume issue pages doi url design population',
		'isHealthCare isAboutLeaders isNordic isPeerReviewed countries isInternational sampleSize participants',
		'mainFinding confidence cautions ambiguity isWeightedReview callsOwnEvidenceThin role publicationType publisher'
	),
	finding: words(
		'id version from outcomes kind direction claim moderator population studies notShownBy contradictedBy lines note',
		'certainty'
	),
	intervention: words(
		'id version level name description mandate steps effort needs duration signs fit factors findings studies',
		'followUp boosterMonths lines'
	),
	mention: words('study lines section claim')
};

/** Of the parts of a record, by the field in which they stand; all others are texts in two languages. */
const ordersOfParts: Readonly<Record<string, readonly string[]>> = {
	from: words('kind id subTheme'),
	authors: words('family given'),
	subThemes: words('id name'),
	fit: words('intervention organisation participants facilitator context'),
	confidence: words(
		'author issued title container-title volume issue page DOI studyType population country sampleSize mainFinding'
	),
	lastSearch: words('year day'),
	search: words('found readInFull included')
};
const languages = words('da en');

/** One record or a list of them. A field that the order does not know follows after the others, as it came. */
export function inFieldOrder(kind: keyof typeof orders, content: unknown): unknown {
	return ordered(content, orders[kind]);
}

function ordered(content: unknown, order: readonly string[]): unknown {
	if (Array.isArray(content)) return content.map((entry) => ordered(entry, order));
	if (typeof content !== 'object' || content === null) return content;
	const placeOf = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
	return Object.fromEntries(
		Object.entries(content)
			.toSorted(([left], [right]) => placeOf(left) - placeOf(right))
			.map(([name, value]) => [name, ordered(value, ordersOfParts[name] ?? languages)])
	);
}

function words(...lines: readonly string[]): readonly string[] {
	return lines.join(' ').split(' ');
}
