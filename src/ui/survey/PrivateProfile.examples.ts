import type { Factor, FactorId } from '#domain/evidence/evidence.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { markup, type Example } from '../example.ts';
import type PrivateProfile from './PrivateProfile.svelte';

const both = (text: string) => ({ da: text, en: text });
const factor = (id: FactorId, kind: Factor['kind'], name: string): Factor => ({
	id,
	kind,
	order: 1,
	name: both(name),
	shortName: both(name),
	description: both('Beskrivelse'),
	raiseWithManager: both('Et spørgsmål til din leder'),
	organisationOnly: both('Det, organisationen kan ændre'),
	ownStep: both('Et lille skridt'),
	subThemes: [],
	lines: [[1, 2]]
});
const instrument: Instrument = {
	id: 'example',
	version: 1,
	name: both('Eksempel'),
	validation: both('Ikke valideret'),
	licence: 'EUPL-1.2',
	formats: [{ id: 'five', minimum: 1, maximum: 5, isWhole: true }],
	items: ['workload', 'support', 'stress'].map((id) => ({ id: `${id}-1`, format: 'five', isReversed: false })),
	scales: [
		{
			id: 'workload',
			name: both('Arbejdsmængde'),
			items: ['workload-1'],
			direction: 'strain',
			factor: 'workload',
			outcome: null,
			metric: 'points'
		},
		{
			id: 'support',
			name: both('Støtte'),
			items: ['support-1'],
			direction: 'resource',
			factor: 'support',
			outcome: null,
			metric: 'points'
		},
		{
			id: 'stress',
			name: both('Stress'),
			items: ['stress-1'],
			direction: 'strain',
			factor: null,
			outcome: 'stress',
			metric: 'points'
		}
	],
	pages: [],
	missingCodes: []
};
const material = {
	instrument,
	factors: [factor('workload', 'risk', 'Arbejdsmængde'), factor('support', 'resource', 'Støtte')],
	candidates: [
		{
			id: 'drop-tasks',
			level: 'organisation' as const,
			name: both('Tag opgaver væk'),
			factors: ['workload' as const],
			certainty: 'low' as const,
			studies: 4,
			reviews: 2
		}
	],
	roundId: 'r',
	roundName: 'Efterår 2026'
};

export const examples: readonly Example<typeof PrivateProfile>[] = [
	{
		name: 'a leader with much to do and good support',
		props: { language: 'da', material, answers: { 'workload-1': 4, 'support-1': 5, 'stress-1': 3 }, onRemove: () => {} }
	},
	{
		name: 'a leader who skipped most of it',
		props: { language: 'en', material, answers: { 'support-1': 2 }, onRemove: () => {} }
	},
	{
		name: 'a profile opened from where it is kept',
		props: {
			language: 'da',
			material,
			answers: { 'workload-1': 4 },
			place: 'kept',
			onRemove: () => {},
			keeping: markup('<p>Her kan den gemmes.</p>')
		}
	}
];
