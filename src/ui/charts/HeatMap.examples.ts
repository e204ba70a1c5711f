import type { Example } from '../example.ts';
import type { ChartValue } from './bar.ts';
import type HeatMap from './HeatMap.svelte';

const columns = [
	{
		id: 'workload',
		name: 'Arbejdsmængde og ledelsesspænd',
		shortName: 'Arbejdsmængde',
		kind: 'strain',
		href: '/viden/arbejdsmaengde'
	},
	{
		id: 'role-conflict',
		name: 'Rollekonflikter og modstridende krav',
		shortName: 'Rollekonflikter',
		kind: 'strain',
		href: '/viden/rollekonflikter'
	},
	{ id: 'performance-pressure', name: 'Resultatpres og få ressourcer', shortName: 'Resultatpres', kind: 'strain' },
	{ id: 'isolation', name: 'Lav støtte og organisatorisk isolation', shortName: 'Isolation', kind: 'strain' },
	{ id: 'emotional-demands', name: 'Følelsesmæssige krav', kind: 'strain' },
	{ id: 'work-life-balance', name: 'Arbejde og privatliv', kind: 'strain' },
	{ id: 'role-clarity', name: 'Rolleklarhed og realistiske forventninger', shortName: 'Rolleklarhed', kind: 'carry' },
	{ id: 'support', name: 'Støtte og sparring', kind: 'carry' },
	{ id: 'influence', name: 'Indflydelse, autonomi og kontrol', shortName: 'Indflydelse', kind: 'carry' },
	{
		id: 'development',
		name: 'Kompetenceudvikling og ledelsestræning',
		shortName: 'Udvikling og træning',
		kind: 'carry'
	},
	{ id: 'coping', name: 'Coping og egne strategier', shortName: 'Egne strategier', kind: 'carry' },
	{ id: 'flexibility', name: 'Fleksibilitet og grænser', shortName: 'Fleksibilitet', kind: 'carry' }
] as const;

type Number = number | 'withheld' | ['at-most' | 'at-least', number];

function cells(numbers: readonly Number[]): Readonly<Record<string, ChartValue>> {
	return Object.fromEntries(
		numbers.map((number, index) => {
			const id = columns[index]?.id ?? '';
			if (number === 'withheld') return [id, { value: null, state: 'withheld' }];
			if (typeof number === 'number') return [id, { value: number, state: 'shown' }];
			return [id, { value: number[1], bound: number[0], state: 'shown' }];
		})
	);
}

export const examples: readonly Example<typeof HeatMap>[] = [
	{
		name: 'a region',
		props: {
			language: 'da',
			caption: 'Tolv forhold i Region Midtfjord, efterår 2026',
			columns,
			rows: [
				{
					id: 'r',
					name: 'Region Midtfjord',
					detail: '1.065 svar',
					isTotal: true,
					href: '/r',
					cells: cells([61, 52, 57, 38, 55, 48, 59, 62, 56, 54, 63, 50])
				},
				{
					id: 'f',
					name: 'Fjordhospitalet',
					detail: '412 svar',
					href: '/f',
					cells: cells([66, 58, 60, 41, 57, 50, 52, 60, 51, 50, 62, 46])
				},
				{
					id: 'm',
					name: 'Medicinsk Afdeling og Akutafdelingen',
					detail: '11 svar',
					depth: 1,
					href: '/m',
					cells: cells([81, 64, ['at-least', 88], ['at-most', 12], 49, 'withheld', 41, 69, 47, 51, 66, 'withheld'])
				},
				{
					id: 'k',
					name: 'Kirurgisk Afdeling',
					detail: '9 svar',
					depth: 1,
					cells: cells([58, 47, 44, 19, 61, 33, 64, 78, 60, 58, 71, 55])
				},
				{
					id: 'h',
					name: 'Hedehospitalet',
					detail: '298 svar',
					cells: cells([55, 49, 53, 36, 52, 47, 63, 84, 58, 57, 64, 53])
				},
				{
					id: 'p',
					name: 'Psykiatrien og Socialområdet',
					detail: '355 svar',
					cells: cells([60, 48, 57, 37, 63, 46, 61, 62, 58, 55, 62])
				}
			]
		}
	},
	{
		name: 'strain only, on 1–5',
		props: {
			language: 'en',
			caption: 'Strain by agency',
			rowsTitle: 'Agency',
			isCaptionHidden: true,
			minimum: 1,
			maximum: 5,
			columns: [{ id: 'pressure', name: 'Performance pressure', kind: 'strain' }],
			rows: [{ id: 'a', name: 'Agency A', cells: { pressure: { value: 3.4, state: 'shown' } } }]
		}
	}
];
