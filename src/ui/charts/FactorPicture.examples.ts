import type { Example } from '../example.ts';
import type FactorPicture from './FactorPicture.svelte';

export const examples: readonly Example<typeof FactorPicture>[] = [
	{
		name: 'a leader’s own profile',
		props: {
			language: 'da',
			caption: 'Din profil, efterår 2026',
			valueLabel: 'dig',
			referenceLabel: 'alle ledere i organisationen',
			strains: [
				{
					id: 'role-conflict',
					name: 'Rollekonflikter og modstridende krav',
					href: '/viden/rollekonflikter',
					value: 75,
					reference: 52,
					mark: 'most',
					state: 'shown'
				},
				{
					id: 'workload',
					name: 'Arbejdsmængde og ledelsesspænd',
					href: '/viden/arbejdsmaengde',
					value: 66.7,
					reference: 61,
					state: 'shown'
				},
				{
					id: 'performance-pressure',
					name: 'Resultatpres og få ressourcer',
					href: '/viden/resultatpres',
					value: 58.3,
					reference: 57,
					state: 'shown'
				},
				{
					id: 'emotional-demands',
					name: 'Følelsesmæssige krav',
					href: '/viden/foelelser',
					value: 50,
					reference: 55,
					state: 'shown'
				},
				{
					id: 'work-life-balance',
					name: 'Arbejde og privatliv',
					href: '/viden/privatliv',
					value: 41.7,
					reference: 48,
					state: 'shown'
				},
				{
					id: 'isolation',
					name: 'Lav støtte og organisatorisk isolation',
					href: '/viden/isolation',
					value: 25,
					reference: 38,
					state: 'shown'
				}
			],
			carries: [
				{
					id: 'support',
					name: 'Støtte og sparring',
					href: '/viden/stoette',
					value: 83.3,
					reference: 62,
					mark: 'most',
					state: 'shown'
				},
				{
					id: 'coping',
					name: 'Coping og egne strategier',
					href: '/viden/coping',
					value: 66.7,
					reference: 63,
					state: 'shown'
				},
				{
					id: 'development',
					name: 'Kompetenceudvikling og ledelsestræning',
					href: '/viden/udvikling',
					value: 58.3,
					reference: 54,
					state: 'shown'
				},
				{
					id: 'influence',
					name: 'Indflydelse, autonomi og kontrol',
					href: '/viden/indflydelse',
					value: 50,
					reference: 56,
					state: 'shown'
				},
				{
					id: 'flexibility',
					name: 'Fleksibilitet og grænser',
					href: '/viden/fleksibilitet',
					value: 41.7,
					reference: 50,
					state: 'shown'
				},
				{
					id: 'role-clarity',
					name: 'Rolleklarhed og realistiske forventninger',
					href: '/viden/rolleklarhed',
					value: null,
					reference: 59,
					state: 'shown'
				}
			]
		}
	},
	{
		name: 'a group, with intervals, limits and withheld numbers',
		props: {
			language: 'da',
			caption: 'Medicinsk Afdeling og Akutafdelingen, efterår 2026',
			valueLabel: 'lederne i de to afdelinger',
			referenceLabel: 'alle ledere i regionen',
			headingLevel: 3,
			strains: [
				{
					id: 'workload',
					name: 'Arbejdsmængde og ledelsesspænd',
					value: 71,
					measured: 78,
					reference: 61,
					interval: [62, 80],
					mark: 'most',
					state: 'shown'
				},
				{
					id: 'role-conflict',
					name: 'Rollekonflikter og modstridende krav',
					value: 64,
					reference: 52,
					interval: [53, 75],
					state: 'shown'
				},
				{
					id: 'performance-pressure',
					name: 'Resultatpres og få ressourcer',
					value: 88,
					bound: 'at-least',
					reference: 57,
					state: 'shown'
				},
				{
					id: 'emotional-demands',
					name: 'Følelsesmæssige krav',
					value: 49,
					reference: 55,
					interval: [40, 58],
					state: 'shown'
				},
				{ id: 'work-life-balance', name: 'Arbejde og privatliv', value: null, reference: 48, state: 'withheld' },
				{
					id: 'isolation',
					name: 'Lav støtte og organisatorisk isolation',
					value: 12,
					bound: 'at-most',
					reference: 38,
					state: 'shown'
				}
			],
			carries: [
				{
					id: 'support',
					name: 'Støtte og sparring',
					value: 69,
					measured: 75,
					reference: 62,
					interval: [58, 80],
					mark: 'most',
					state: 'shown'
				},
				{
					id: 'coping',
					name: 'Coping og egne strategier',
					value: 66,
					reference: 63,
					interval: [57, 75],
					state: 'shown'
				},
				{
					id: 'development',
					name: 'Kompetenceudvikling og ledelsestræning',
					value: 51,
					reference: 54,
					interval: [41, 61],
					state: 'shown'
				},
				{
					id: 'influence',
					name: 'Indflydelse, autonomi og kontrol',
					value: 47,
					reference: 56,
					interval: [36, 58],
					state: 'shown'
				},
				{
					id: 'role-clarity',
					name: 'Rolleklarhed og realistiske forventninger',
					value: 41,
					reference: 59,
					interval: [32, 50],
					state: 'shown'
				},
				{ id: 'flexibility', name: 'Fleksibilitet og grænser', value: null, reference: 50, state: 'withheld' }
			]
		}
	},
	{
		name: 'an instrument of one’s own, from 1 to 5, table open',
		props: {
			language: 'en',
			caption: 'Imported answers, 2021',
			valueLabel: 'this agency',
			minimum: 1,
			maximum: 5,
			isTableOpen: true,
			strains: [
				{
					id: 'pressure',
					name: 'Performance pressure and limited resources',
					value: 3.42,
					interval: [3.1, 3.74],
					state: 'shown'
				}
			],
			carries: [{ id: 'support', name: 'Support', value: 4.05, state: 'shown' }]
		}
	}
];
