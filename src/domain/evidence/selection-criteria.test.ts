import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleStudy } from '#domain/evidence/sample-records.ts';
import { selectionCriteriaOf } from '#domain/evidence/selection-criteria.ts';

const met = sampleStudy({ id: 'met', design: 'review', isPeerReviewed: true, isNordic: true, year: 2010 });

test('a peer-reviewed Nordic review of leaders in health care from 2010 meets all four criteria', () => {
	assert.deepEqual(selectionCriteriaOf(met), {
		isRelevant: true,
		hasClearMethod: true,
		isRecent: true,
		isNordic: true
	});
});

test('one missing half decides relevance and method, an unknown half leaves them open', () => {
	assert.equal(selectionCriteriaOf({ ...met, isHealthCare: false, isAboutLeaders: null }).isRelevant, false);
	assert.equal(selectionCriteriaOf({ ...met, isAboutLeaders: null }).isRelevant, null);
	assert.equal(selectionCriteriaOf({ ...met, design: 'conceptual' }).hasClearMethod, false);
	assert.equal(selectionCriteriaOf({ ...met, design: 'unknown' }).hasClearMethod, null);
	assert.equal(selectionCriteriaOf({ ...met, isPeerReviewed: false, design: 'unknown' }).hasClearMethod, false);
});

test('a work from 2009 is not recent, and one without a year is not known to be', () => {
	assert.equal(selectionCriteriaOf({ ...met, year: 2009 }).isRecent, false);
	assert.equal(selectionCriteriaOf({ ...met, year: null }).isRecent, null);
});
