import type { Example } from '../example.ts';
import type EffectSummary from './EffectSummary.svelte';
import type { ShownEffect } from './shown-effect.ts';

const told: ShownEffect = {
	plan: {
		id: 'p',
		title: 'Færre opgaver',
		endedAt: null,
		steps: [{ doneAt: new Date('2026-03-01') }, { doneAt: null }]
	},
	groupName: 'Afdeling 1',
	factor: 'workload',
	before: { name: 'Forår 2026' },
	after: { name: 'Opfølgning' },
	scale: { minimum: 0, maximum: 100, direction: 'strain' },
	figures: {
		before: { mean: 68, n: 7, step: 1, invited: 9 },
		after: { mean: 45, n: 6, step: 1, invited: null }
	},
	sameMembers: 8 / 9,
	effect: {
		verdict: 'improved',
		reasons: ['better-than-expected'],
		change: {
			change: -23,
			interval: { low: -38, high: -8 },
			isBetter: true,
			reliable: 'better',
			responseBefore: 7 / 9,
			responseAfter: null
		},
		expectedChange: -6,
		effect: 17,
		interval: { low: 1, high: 33 }
	},
	research: [{ intervention: { id: 'drop-tasks', name: { da: 'Drop opgaver', en: 'Drop tasks' } }, certainty: 'low' }]
};
const untold: ShownEffect = {
	...told,
	plan: { ...told.plan, endedAt: new Date('2026-04-01'), steps: [{ doneAt: null }] },
	after: null,
	scale: null,
	figures: { before: null, after: null },
	sameMembers: null,
	effect: {
		verdict: 'cannot-tell',
		reasons: ['not-measured-again'],
		change: null,
		expectedChange: null,
		effect: null,
		interval: null
	},
	research: []
};

export const examples: readonly Example<typeof EffectSummary>[] = [
	{
		name: 'folded among others',
		props: { language: 'da', effect: told, factorName: 'Arbejdsmængde', back: '/effects', isFolded: true }
	},
	{ name: 'improved', props: { language: 'da', effect: told, factorName: 'Arbejdsmængde', back: '/effects' } },
	{
		name: 'changed, with nothing to compare with',
		props: {
			language: 'en',
			effect: {
				...told,
				effect: {
					...told.effect,
					verdict: 'cannot-tell',
					reasons: ['few-answered', 'few-comparison-groups'],
					expectedChange: null,
					effect: null,
					interval: null
				}
			},
			factorName: 'Workload',
			back: '/effects'
		}
	},
	{
		name: 'not measured again',
		props: { language: 'da', effect: untold, factorName: 'Arbejdsmængde', back: '/effects' }
	}
];
