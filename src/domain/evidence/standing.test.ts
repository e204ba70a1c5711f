import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleFinding, sampleStudy } from './sample-records.ts';
import { isCarried, standingOf } from './standing.ts';

const study = sampleStudy({ id: 'one' });
const recalled = sampleStudy({ id: 'one', status: 'recalled' });

test('a work counts where it was looked up and no doubt is listed', () => {
	assert.equal(standingOf(study, sampleFinding({ studies: ['one'] })), 'counts');
	assert.equal(standingOf(recalled, sampleFinding({ studies: ['one'] })), 'not-verified');
	assert.equal(standingOf(study, sampleFinding({ studies: ['one'], notShownBy: ['one'] })), 'shows-less');
	assert.equal(standingOf(study, sampleFinding({ studies: ['one'], notShownBy: ['two'] })), 'counts');
});

test('a work that points the other way says so, looked up or not', () => {
	const finding = sampleFinding({ studies: ['one'], contradictedBy: ['one'] });
	assert.equal(standingOf(study, finding), 'contradicts');
	assert.equal(standingOf(recalled, finding), 'contradicts');
});

test('a claim is carried by a named work that counts, and by no other', () => {
	assert.equal(isCarried(sampleFinding({ studies: ['one'] }), [study]), true);
	assert.equal(isCarried(sampleFinding({ studies: ['two'] }), [study]), false);
	assert.equal(isCarried(sampleFinding({ studies: ['one'] }), [recalled]), false);
	assert.equal(isCarried(sampleFinding({ studies: ['one'], notShownBy: ['one'] }), [study]), false);
	assert.equal(isCarried(sampleFinding({ studies: ['one'] }), []), false);
});
