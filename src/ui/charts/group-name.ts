import type { GroupSummary } from '#domain/disclosure/group-result.ts';
import type { Language } from '#domain/language/localised.ts';
import { textsFor } from '#texts/texts.ts';

/**
 * A group's name where it stands beside the unit it belongs to. The leaders right below a unit's head bear the unit's
 * name, and so does the unit as a whole: then the former is called the leadership group.
 */
export function groupName(
	language: Language,
	group: Pick<GroupSummary, 'name' | 'kind' | 'dimension' | 'category'>,
	parentName: string | undefined
): string {
	if (group.dimension !== undefined && group.category !== undefined) {
		return textsFor(language).results.dimension(group.dimension, group.category);
	}
	return group.kind === 'leaf' && group.name === parentName
		? textsFor(language).results.leadershipGroup(group.name)
		: group.name;
}
