// Where a reporting group lies, in the columns that shown.jsonl and truth.csv share: so that an outside program finds the
// rows behind a statistic by comparing texts, and needs to know nothing of units.
import type { ReleasedGroup } from '#domain/disclosure/release.ts';
import type { StoredReportingGroup, StoredUnit } from '#server/database/rounds.ts';

/** Column → what stands in it; a list where the rows behind a statistic have several. */
export type Where = Readonly<Record<string, string | readonly string[]>>;

export type AuditPlaces = {
	/** `unit_1` for the top, and so on down. */
	readonly unitColumns: readonly string[];
	readonly attributeColumns: readonly string[];
	/** One row's columns; empty texts below the unit a group lies at, and for attributes that its leaders do not share. */
	readonly rowOf: (groupId: string) => Readonly<Record<string, string>>;
	readonly whereOf: (group: ReleasedGroup, union: ReleasedGroup | undefined) => Where;
};

const usualAttributes = ['level', 'profession'];

export function auditPlaces(round: {
	readonly units: readonly StoredUnit[];
	readonly groups: readonly StoredReportingGroup[];
}): AuditPlaces {
	const units = new Map(round.units.map((unit) => [unit.id, unit]));
	const idsTo = (unitId: string): string[] => {
		const ids: string[] = [];
		for (let unit = units.get(unitId); unit !== undefined; unit = units.get(unit.parentId ?? '')) ids.unshift(unit.id);
		return ids;
	};
	const paths = new Map(round.units.map(({ id }) => [id, idsTo(id)]));
	const depth = Math.max(0, ...[...paths.values()].map((path) => path.length));
	const unitColumns = Array.from({ length: depth }, (_, level) => `unit_${level + 1}`);
	const shared = Map.groupBy(round.units, ({ id, name }) => `${paths.get(id)?.length ?? 0} ${name}`);
	// Two units of one name on one level are told apart by their ids.
	const nameOf = (id: string): string => {
		const name = units.get(id)?.name ?? id;
		return (shared.get(`${paths.get(id)?.length ?? 0} ${name}`)?.length ?? 0) > 1 ? `${name} [${id}]` : name;
	};
	const attributeColumns = [
		...new Set([...usualAttributes, ...round.groups.flatMap((group) => Object.keys(group.attributes))])
	];
	const rows = new Map(
		round.groups.map((group) => {
			const names = (paths.get(group.unitId) ?? []).map(nameOf);
			return [
				group.id,
				{
					...Object.fromEntries(unitColumns.map((column, level) => [column, names[level] ?? ''])),
					reporting_group: group.id,
					...Object.fromEntries(attributeColumns.map((column) => [column, group.attributes[column] ?? '']))
				}
			] as const;
		})
	);
	const unitWhere = (unitId: string): Where =>
		Object.fromEntries((paths.get(unitId) ?? []).map((id, level) => [unitColumns[level] ?? '', nameOf(id)]));
	const rowOf = (groupId: string): Readonly<Record<string, string>> => rows.get(groupId) ?? {};

	return {
		unitColumns,
		attributeColumns,
		rowOf,
		whereOf: (group, union) => {
			if (group.kind === 'union') return unitWhere(group.id);
			const own = group.reportingGroups.map(rowOf);
			const reporting = { reporting_group: oneOrAll(group.reportingGroups) };
			if (group.dimension !== undefined && group.category !== undefined) {
				return { ...unitWhere(union?.id ?? ''), [group.dimension]: group.category, ...reporting };
			}
			const columns = unitColumns.flatMap((column) => {
				const values = [...new Set(own.map((row) => row[column] ?? ''))];
				return values.includes('') ? [] : [[column, oneOrAll(values)] as const];
			});
			return { ...Object.fromEntries(columns), ...reporting };
		}
	};
}

function oneOrAll(values: readonly string[]): string | readonly string[] {
	return values.length === 1 && values[0] !== undefined ? values[0] : values;
}
