import type { PlaceExplanation } from '#domain/recommendation/explain-place.ts';
import type { GroupCandidate } from '#domain/recommendation/rank-for-group.ts';
import type { Example } from '../example.ts';
import type PlaceReasons from './PlaceReasons.svelte';

const ahead: GroupCandidate = {
	id: 'align-expectations',
	level: 'organisation',
	name: { da: 'Afstem forventninger', en: 'Align expectations' },
	factors: ['role-clarity'],
	certainty: 'low',
	studies: 3,
	reviews: 1,
	contradicting: 0
};
const moved: PlaceExplanation = {
	place: 9,
	placeBefore: 1,
	among: 9,
	shelf: 'does-not-fit',
	need: {
		because: { factor: 'workload', score: 78, burden: 78 },
		alsoFor: [{ factor: 'support', score: 40, burden: 60 }]
	},
	evidence: { certainty: 'low', studies: 2, reviews: 0, contradicting: 1 },
	fit: [
		{ dimension: 'intervention', answer: 'yes', source: 'group', pull: 'up', placesMoved: 0 },
		{ dimension: 'organisation', answer: 'no', source: 'organisation', pull: 'down', placesMoved: -8 },
		{ dimension: 'participants', answer: 'do-not-know', source: 'group', pull: 'none', placesMoved: 0 },
		{ dimension: 'facilitator', answer: null, source: null, pull: 'none', placesMoved: 0 },
		{ dimension: 'context', answer: null, source: null, pull: 'none', placesMoved: 0 }
	],
	level: { level: 'organisation', after: [] },
	practice: null,
	ahead: { intervention: ahead, by: 'shelf' },
	wouldChange: [
		{ kind: 'answer', answer: 'yes', dimensions: ['organisation'], place: 1 },
		{ kind: 'answer', answer: 'no', dimensions: ['facilitator', 'context'], place: 9 },
		{ kind: 'surer-evidence', place: 2 },
		{ kind: 'lighter-burden', points: 10, place: 3 }
	]
};
const factorOf = (factor: string) =>
	factor === 'workload'
		? { name: 'Arbejdsmængde og ledelsesspænd', shortName: 'Arbejdsmængde', isRisk: true }
		: { name: 'Støtte og sparring', shortName: 'Støtte', isRisk: false };

export const examples: readonly Example<typeof PlaceReasons>[] = [
	{ name: 'moved down by a no', props: { language: 'da', explanation: moved, factorOf } },
	{
		name: 'already in a plan, nothing answered',
		props: {
			language: 'en',
			explanation: {
				...moved,
				shelf: 'already-done',
				fit: moved.fit.map((one) => ({ ...one, answer: null, source: null, pull: 'none', placesMoved: 0 })),
				level: { level: 'leadership', after: ['organisation', 'group'] },
				practice: { practice: { kind: 'planned', planId: 'x', planTitle: 'Mere tid' }, advice: 'check' },
				wouldChange: []
			},
			factorOf
		}
	},
	{
		name: 'first, and nothing would move it',
		props: {
			language: 'da',
			explanation: { ...moved, place: 1, shelf: 'suggested', ahead: null, wouldChange: [] },
			factorOf
		}
	}
];
