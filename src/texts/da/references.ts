/** Værker i en litteraturliste og i de filer, man kan hente. */
export const references = {
	workNotFound: 'værket er ikke fundet',
	notVerified: 'ikke efterprøvet',
	/** Bemærkning i den fil, man henter til sit referenceprogram. */
	notes: {
		recalled: 'Ikke efterprøvet: Oplysningerne er ikke slået efter, og derfor er der hverken DOI eller link.',
		unknown: 'Ikke efterprøvet: Værket er ikke fundet. Forfattere og årstal står, som de er nævnt i vidensoversigten.'
	},
	/** Kildehenvisning i en sætning: to forfattere, og tre eller flere. */
	and: '&',
	andOthers: 'm.fl.',
	unknownFormat: (known: string) => `Vælg et format, som vi kan levere: ${known}.`,
	unknownStudy: (id: string) => `Der er intet værk med navnet »${id}« i videnbasen.`
};
