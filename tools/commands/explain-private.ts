// One row a respondent: from these rows anybody can compute what the release shows.
import type { Release } from '#domain/disclosure/release.ts';
import type { ScoredRound } from '#server/use-cases/releases/release-candidate.ts';

export type ExplainInput = {
	readonly scored: Pick<ScoredRound, 'instrument' | 'groups' | 'groupOfRespondent' | 'scores'>;
	readonly release: Release;
	readonly format: 'csv' | 'jsonl';
};

/** The lines of the file, in the order in which responses are stored, which is a random one. */
export function* explainPrivate({ scored, release, format }: ExplainInput): Generator<string> {
	const scales = scored.instrument.scales.map(({ id }) => id);
	const leaves = release.groups.filter(({ kind }) => kind === 'leaf');
	const leafOf = new Map(leaves.flatMap((group) => group.reportingGroups.map((id) => [id, group.id] as const)));
	const groups = scored.groups.map((group) => ({ id: group.id, path: group.path, leaf: leafOf.get(group.id) ?? null }));
	if (format === 'csv')
		yield `${['unit_path', 'attributes', 'reporting_group', 'released_group', ...scales].map(field).join(',')}\n`;
	for (const [respondent, place] of scored.groupOfRespondent.entries()) {
		const group = groups[place];
		if (group === undefined) throw new Error('a respondent belongs to no group');
		const scores = scales.map((_, column) => {
			const score = scored.scores[respondent * scales.length + column];
			return score === undefined || Number.isNaN(score) ? null : score;
		});
		if (format === 'csv') {
			yield `${[group.path.join(' > '), '', group.id, group.leaf ?? '', ...scores.map((score) => score ?? '')].map(field).join(',')}\n`;
		} else {
			const row = {
				unitPath: group.path,
				attributes: {},
				reportingGroup: group.id,
				releasedGroup: group.leaf,
				scores: Object.fromEntries(scales.map((scale, column) => [scale, scores[column]]))
			};
			yield `${JSON.stringify(row)}\n`;
		}
	}
}

function field(value: string | number): string {
	const text = String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
