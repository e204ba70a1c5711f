import assert from 'node:assert/strict';
import { test } from 'node:test';
import { independentVoices } from '#domain/evidence/independent-voices.ts';
import { sampleStudy } from '#domain/evidence/sample-records.ts';

const review = sampleStudy({ id: 'review', design: 'review' });
const otherReview = sampleStudy({ id: 'other-review', design: 'systematic-review' });
const survey = sampleStudy({ id: 'survey' });

test('works without anything in common are a voice each', () => {
	assert.deepEqual(independentVoices([review, survey]), {
		voices: 2,
		haveSharedAuthors: false,
		areReviewsMerged: false
	});
	assert.equal(independentVoices([]).voices, 0);
});

test('two reviews by different people are one voice, since they may share primary studies', () => {
	assert.deepEqual(independentVoices([review, otherReview, survey]), {
		voices: 2,
		haveSharedAuthors: false,
		areReviewsMerged: true
	});
});

test('two reviews of one author are one voice for that reason alone', () => {
	const authors = [{ family: 'Cummings', given: 'Greta' }];
	const same = independentVoices([{ ...review, authors }, { ...otherReview, authors }, survey]);
	assert.deepEqual(same, { voices: 2, haveSharedAuthors: true, areReviewsMerged: false });
});

test('a survey by an author of one review joins the reviews', () => {
	const authors = [{ family: 'Keith', given: 'Alison' }];
	assert.equal(independentVoices([{ ...review, authors }, otherReview, { ...survey, authors }]).voices, 1);
});
