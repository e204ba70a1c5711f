// The figures of a workplace assessment in words: one place, so that the page and the document say the same.
import type { GroupSummary } from '#domain/disclosure/group-result.ts';
import type { AssessedFactor, MappedRisk } from '#domain/work-environment/map-risks.ts';
import type { Language } from '#domain/language/localised.ts';
import { formatList, formatNumber, formatShare } from './format.ts';
import { textsFor } from './texts.ts';

export function pointsIn(points: AssessedFactor['points'], language: Language): string {
	const { mapping } = textsFor(language).apv;
	return points.points === null
		? mapping.notShown
		: bounded(formatNumber(language, points.points), points.bound, language);
}

export function intervalIn({ interval }: AssessedFactor['points'], language: Language): string {
	const { mapping } = textsFor(language).apv;
	if (interval === null) return mapping.notShown;
	return mapping.between(formatNumber(language, interval[0]), formatNumber(language, interval[1]));
}

export function shareIn({ share, shareBound }: AssessedFactor, language: Language): string {
	if (share === null) return textsFor(language).apv.mapping.notShown;
	return bounded(formatShare(language, share, 1), shareBound, language);
}

const mostNames = 4;

export function heavyNames(risk: MappedRisk, language: Language): string {
	const names = risk.heavyIn.map(({ group }) => groupLabel(group, language));
	if (names.length === 0) return textsFor(language).apv.mapping.heavyInNone;
	return names.length <= mostNames ? formatList(language, names) : `${names.slice(0, mostNames).join(', ')}\u00A0…`;
}

/**
 * A group right below the whole organisation. The leaders right below the top bear the organisation's name: then it is called the
 * leadership group.
 */
export function groupLabel(group: Pick<GroupSummary, 'name' | 'kind' | 'path'>, language: Language): string {
	const isTop = group.kind === 'leaf' && (group.path[0] === group.name || group.path.length === 0);
	return isTop ? textsFor(language).results.leadershipGroup(group.name) : group.name;
}

/** "Higher is heavier". */
export function directionIn(direction: AssessedFactor['points']['direction'], language: Language): string {
	const { mapping } = textsFor(language).apv;
	return direction === 'strain' ? mapping.direction.strain : mapping.direction.resource;
}

/** The role in which somebody wrote. */
export function roleIn(role: string, language: Language): string {
	const { roles } = textsFor(language).apv.remarks;
	return role === 'programme-lead' ? roles['programme-lead'] : role === 'committee' ? roles.committee : roles.system;
}

function bounded(text: string, bound: AssessedFactor['shareBound'], language: Language): string {
	const { mapping } = textsFor(language).apv;
	return bound === 'at-most' ? mapping.atMost(text) : bound === 'at-least' ? mapping.atLeast(text) : text;
}
