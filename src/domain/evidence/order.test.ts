import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Level } from '#domain/evidence/evidence.ts';
import { findingsInOrder, interventionsInOrder, surestFirst } from './order.ts';
import { sampleFinding, sampleIntervention } from './sample-records.ts';

const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

test('findings stand by factor, those about none after them, and equal ones as they came', () => {
	const about = (id: string, factor: 'workload' | 'support' | 'coping') =>
		sampleFinding({ id, from: { kind: 'factor', id: factor, subTheme: null } });
	const research = sampleFinding({ id: 'research', from: { kind: 'research' } });
	const findings = [research, about('c', 'coping'), about('s1', 'support'), about('w', 'workload'), about('s2', 'support')];
	const factors = [{ id: 'support' }, { id: 'workload' }] as const;
	assert.deepEqual(idsOf(findingsInOrder(findings, factors)), ['s1', 's2', 'w', 'research', 'c']);
});

test('interventions stand from the organisation down, and equal ones as they came', () => {
	const at = (id: string, level: Level) => sampleIntervention({ id, level });
	const interventions = [at('i', 'individual'), at('b', 'organisation'), at('l', 'leadership'), at('a', 'organisation')];
	assert.deepEqual(idsOf(interventionsInOrder(interventions)), ['b', 'a', 'l', 'i']);
});

test('the surest stand first, and equal ones as they came', () => {
	const graded = [
		{ id: 'a', certainty: 'very-low' },
		{ id: 'b', certainty: 'high' },
		{ id: 'c', certainty: 'low' },
		{ id: 'd', certainty: 'high' }
	] as const;
	assert.deepEqual(idsOf(surestFirst(graded)), ['b', 'd', 'c', 'a']);
});
