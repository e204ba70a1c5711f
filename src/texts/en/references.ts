import type { references as danish } from '#texts/da/references.ts';

/** Works in a reference list and in the files that can be fetched. */
export const references: typeof danish = {
	workNotFound: 'work not found',
	notVerified: 'not verified',
	notes: {
		recalled: 'Not verified: the details have not been looked up, so there is neither a DOI nor a link.',
		unknown: 'Not verified: the work was not found. Authors and year are those that the overview names.'
	},
	and: '&',
	andOthers: 'et al.',
	unknownFormat: (known) => `Choose a format that we can deliver: ${known}.`,
	unknownStudy: (id) => `There is no work named “${id}” in the evidence base.`
};
