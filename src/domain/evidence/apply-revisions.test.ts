import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyRevisions, type RecordEdit } from '#domain/evidence/apply-revisions.ts';
import { sampleBase, sampleFinding } from '#domain/evidence/sample-records.ts';

const shippedFinding = sampleFinding({ studies: ['a'], claim: { da: 'Før.', en: 'Before.' } });
const shipped = sampleBase({ findings: [shippedFinding] });
const claim = { da: 'Rettet.', en: 'Corrected.' };
const edit: RecordEdit = {
	kind: 'finding',
	id: shippedFinding.id,
	content: { ...shippedFinding, claim },
	shippedBefore: shippedFinding,
	shippedSince: [],
	shippedVersion: shippedFinding.version,
	publishedTimes: 1
};

test('without edits the shipped base itself is the base', () => {
	assert.equal(applyRevisions(shipped, []).base, shipped);
});

test('an edited record takes the place of the shipped one, with a higher version', () => {
	const { base, conflicts } = applyRevisions(shipped, [edit]);
	assert.deepEqual(base.findings, [{ ...shippedFinding, claim, version: shippedFinding.version + 1 }]);
	assert.deepEqual(conflicts, []);
});

test('a record that goes back to what is shipped says so with a version of its own', () => {
	const { base } = applyRevisions(shipped, [{ ...edit, content: null, publishedTimes: 2 }]);
	assert.deepEqual(base.findings, [{ ...shippedFinding, version: shippedFinding.version + 2 }]);
});

test('after an upgrade, what was changed here stays, and the rest follows what is shipped', () => {
	const note = { da: 'Ny note.', en: 'New note.' };
	const upgraded = sampleBase({ findings: [{ ...shippedFinding, note, version: 2 }] });
	const { base, conflicts } = applyRevisions(upgraded, [edit]);
	assert.deepEqual(base.findings, [{ ...shippedFinding, note, claim, version: 3 }]);
	assert.deepEqual(conflicts, []);
});

test('where both changed a field, the edit stands and the conflict is listed', () => {
	const theirs = { da: 'Deres.', en: 'Theirs.' };
	const upgraded = sampleBase({ findings: [{ ...shippedFinding, claim: theirs, version: 2 }] });
	const { base, conflicts } = applyRevisions(upgraded, [edit]);
	assert.deepEqual(base.findings[0]?.claim, claim);
	assert.deepEqual(conflicts, [
		{
			kind: 'finding',
			id: shippedFinding.id,
			what: 'field',
			field: 'claim',
			before: shippedFinding.claim,
			now: theirs,
			edited: claim
		}
	]);
});

test('a record that was edited and is no longer shipped stays, and one that was added here and is now shipped too', () => {
	const without = sampleBase({ findings: [] });
	const gone = applyRevisions(without, [edit]);
	assert.deepEqual(gone.base.findings[0]?.claim, claim);
	assert.deepEqual(
		gone.conflicts.map((conflict) => conflict.what),
		['no-longer-shipped']
	);
	const added = applyRevisions(shipped, [{ ...edit, shippedBefore: null }]);
	assert.deepEqual(added.base.findings[0]?.claim, claim);
	assert.deepEqual(
		added.conflicts.map((conflict) => conflict.what),
		['added-twice']
	);
	const alike = applyRevisions(shipped, [{ ...edit, content: shippedFinding, shippedBefore: null }]);
	assert.deepEqual(alike.conflicts, []);
});

test('a version counts from the highest that was shipped here, also where less or nothing is shipped now', () => {
	const older: RecordEdit = { ...edit, shippedVersion: 7, publishedTimes: 2 };
	const versionIn = ({ base }: ReturnType<typeof applyRevisions>) => base.findings[0]?.version;
	assert.equal(versionIn(applyRevisions(shipped, [older])), 9);
	assert.equal(versionIn(applyRevisions(sampleBase({ findings: [] }), [older])), 9);
	assert.equal(versionIn(applyRevisions(shipped, [older], () => false)), 9);
});

test('what was added here and has since been shipped alike follows what is shipped', () => {
	const added: RecordEdit = { ...edit, shippedBefore: null, content: { ...shippedFinding, claim } };
	const alike = { ...shippedFinding, claim, version: 4 };
	const later = { ...shippedFinding, claim: { da: 'Senere.', en: 'Later.' }, version: 5 };
	const { base, conflicts } = applyRevisions(sampleBase({ findings: [later] }), [{ ...added, shippedSince: [alike] }]);
	assert.deepEqual(base.findings[0]?.claim, later.claim);
	assert.deepEqual(conflicts, []);
});

test('a record that was added here begins with version 1 and can be taken out again', () => {
	const content = { ...shippedFinding, id: 'new' };
	const added: RecordEdit = { ...edit, id: 'new', content, shippedBefore: null, shippedVersion: 0 };
	assert.deepEqual(
		applyRevisions(shipped, [added]).base.findings.map(({ id, version }) => [id, version]),
		[
			[shippedFinding.id, shippedFinding.version],
			['new', 1]
		]
	);
	assert.deepEqual(applyRevisions(shipped, [{ ...added, content: null }]).base.findings, [shippedFinding]);
});

test('a record of a shape that pages do not know leaves what is shipped in its place', () => {
	const { base, conflicts } = applyRevisions(shipped, [edit], () => false);
	assert.deepEqual(base.findings, [{ ...shippedFinding, version: shippedFinding.version + 1 }]);
	assert.deepEqual(conflicts, [{ kind: 'finding', id: shippedFinding.id, what: 'does-not-fit' }]);
});
