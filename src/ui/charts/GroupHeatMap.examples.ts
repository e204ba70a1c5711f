import type { Factor, FactorId } from '#domain/evidence/evidence.ts';
import type { Scale } from '#domain/instrument/instrument.ts';
import type { Example } from '../example.ts';
import type GroupHeatMap from './GroupHeatMap.svelte';

const factor = (id: FactorId, kind: Factor['kind'], name: string): Factor => ({
	id,
	kind,
	order: 1,
	name: { da: name, en: name },
	shortName: { da: name, en: name },
	description: { da: '', en: '' },
	raiseWithManager: { da: '', en: '' },
	organisationOnly: { da: '', en: '' },
	ownStep: { da: '', en: '' },
	subThemes: [],
	lines: [[1, 2]]
});
const scale = (id: FactorId, direction: Scale['direction'], name: string): Scale => ({
	id,
	name: { da: name, en: name },
	items: ['a'],
	direction,
	factor: id,
	outcome: null,
	metric: 'points'
});
const group = (id: string, name: string, kind: 'leaf' | 'union', parent: string | null) => ({
	id,
	name,
	path: [name],
	pools: [],
	invited: 9,
	responses: 8,
	kind,
	parent,
	units: [id],
	reportingGroups: []
});
const mean = (id: string, value: number) => ({ scale: id, statistic: 'mean' as const, n: 8, value, step: 1 });

export const examples: readonly Example<typeof GroupHeatMap>[] = [
	{
		name: 'a hospital, its leadership group and a department with a hidden figure',
		props: {
			language: 'da',
			roundId: 'r',
			scales: ['workload', 'support'],
			rows: [
				{ group: group('h', 'Sygehuset', 'union', null), depth: 0, cells: [mean('workload', 61), mean('support', 47)] },
				{ group: group('l', 'Sygehuset', 'leaf', 'h'), depth: 1, cells: [mean('workload', 58), mean('support', 52)] },
				{ group: group('d', 'Kirurgi', 'leaf', 'h'), depth: 1, cells: [mean('workload', 70), null] }
			],
			ranges: [
				{ id: 'workload', minimum: 0, maximum: 100 },
				{ id: 'support', minimum: 0, maximum: 100 }
			],
			instrument: [scale('workload', 'strain', 'Arbejdsmængde'), scale('support', 'resource', 'Støtte')],
			factors: [factor('workload', 'risk', 'Arbejdsmængde'), factor('support', 'resource', 'Støtte')],
			readable: ['h', 'l']
		}
	}
];
