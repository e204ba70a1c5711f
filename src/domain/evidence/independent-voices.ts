// How many independent works say the same: those that share authors or primary studies are heard once.
import type { Study, StudyDesign } from '#domain/evidence/evidence.ts';
import { groupBySharedAuthors } from '#domain/evidence/shared-authors.ts';

export const reviewDesigns: readonly StudyDesign[] = ['meta-analysis', 'systematic-review', 'review'];

export type Voices = {
	/** Works that share neither an author nor, as reviews may, the studies they sum up. */
	readonly voices: number;
	readonly haveSharedAuthors: boolean;
	/** True where two or more reviews were heard as one although they share no author. */
	readonly areReviewsMerged: boolean;
};

/**
 * How many independent voices some works are.
 *
 * Works with an author in common are one voice. All reviews together are one voice too: reviews of the same field may
 * rest on the same primary studies, and the records do not list those.
 * Shape: works in any order, each once. Missing: a work without authors is a voice of its own. Throws nothing.
 * Source: own rule, see evidence/README.md.
 */
export function independentVoices(studies: readonly Study[]): Voices {
	const groups = groupBySharedAuthors(studies);
	const withReviews = groups.filter((group) => group.some((study) => reviewDesigns.includes(study.design)));
	return {
		voices: groups.length - Math.max(0, withReviews.length - 1),
		haveSharedAuthors: groups.length < studies.length,
		areReviewsMerged: withReviews.length > 1
	};
}
