// truth.csv: one row for every leader who was invited, with all scores. Never for a round that was answered by ballot.
import type { ScoredRound } from '#server/use-cases/releases/release-candidate.ts';
import type { AuditPlaces } from './audit-places.ts';

/** Rows of a group stand in the order in which responses are stored, which is a random one; those who did not answer follow. */
export function* truthLines(given: {
	readonly round: string;
	readonly scored: Pick<ScoredRound, 'instrument' | 'groups' | 'groupOfRespondent' | 'scores'>;
	readonly places: AuditPlaces;
}): Generator<string> {
	const { round, scored, places } = given;
	const scales = scored.instrument.scales.map(({ id }) => id);
	const columns = [...places.unitColumns, 'reporting_group', ...places.attributeColumns];
	yield lineOf([...columns, 'round', 'responded', ...scales]);
	const respondentsOf: number[][] = scored.groups.map(() => []);
	for (const [respondent, group] of scored.groupOfRespondent.entries()) respondentsOf[group]?.push(respondent);
	for (const [place, group] of scored.groups.entries()) {
		const respondents = respondentsOf[place] ?? [];
		const row = places.rowOf(group.id);
		const start = [...columns.map((column) => row[column] ?? ''), round];
		for (const respondent of respondents) {
			const scores = scales.map((_, column) => scored.scores[respondent * scales.length + column] ?? NaN);
			yield lineOf([...start, 1, ...scores.map((score) => (Number.isNaN(score) ? '' : score))]);
		}
		// Where nobody knows how many were invited, only those who answered are known.
		const silent = Math.max(0, (group.invited ?? 0) - respondents.length);
		for (let one = 0; one < silent; one++) yield lineOf([...start, 0, ...scales.map(() => '')]);
	}
}

function lineOf(fields: readonly (string | number)[]): string {
	const quoted = fields.map((field) => {
		const text = String(field);
		return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	});
	return `${quoted.join(',')}\n`;
}
