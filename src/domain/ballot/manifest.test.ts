import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseManifest, writeManifest } from './manifest.ts';
import { someManifest } from './sample-manifest.testing.ts';

test('a manifest is JSON without spaces, in the order of the type', () => {
	const text = writeManifest(someManifest({ groups: 1 }));
	assert.match(
		text,
		/^\{"format":"ledertrivsel-manifest-1","organisation":"Hospitalet","round":\{"id":"[^"]+","name":"[^"]+","opensOn":"[^"]+","closesOn":"[^"]+"\},"instrument":\{"id":"[^"]+","version":1\},"rules":\{"threshold":5,"minimumInvited":8\},"answersKey":"[\w-]{87}","previous":null,"groups":\[\{"id":"g1","name":"[^"]+","path":\[[^\]]+\],"units":\[[^\]]+\],"attributes":\{\},"invited":9,"key":"[\w-]+"\}\]\}$/
	);
});

test('a manifest comes back as it was written, whatever its names', () => {
	const names = fc
		.string({ unit: 'grapheme', minLength: 1 })
		.filter((name) => /\S/.test(name) && !(name in Map.prototype) && name !== 'prototype');
	fc.assert(
		fc.property(
			names,
			fc.array(names),
			fc.dictionary(names, fc.string()),
			fc.integer({ min: 1, max: 150_000 }),
			(name, path, attributes, invited) => {
				const manifest = someManifest({ groups: 2 });
				const [first, second] = manifest.groups;
				assert.ok(first && second);
				const text = writeManifest({ ...manifest, groups: [{ ...first, name, path, attributes, invited }, second] });
				const parsed = parseManifest(text);
				assert.equal(parsed.kind, 'manifest');
				assert.equal(parsed.kind === 'manifest' && writeManifest(parsed.manifest), text);
			}
		)
	);
});

test('the order in which somebody made the fields does not count', () => {
	const { groups, organisation, ...rest } = someManifest({ groups: 1 });
	const turned = groups.map(({ key, id, ...group }) => ({ key, ...group, id, attributes: { b: '1', a: '2' } }));
	const straight = groups.map((group) => ({ ...group, attributes: { a: '2', b: '1' } }));
	assert.equal(
		writeManifest({ groups: turned, ...rest, organisation }),
		writeManifest({ organisation, ...rest, groups: straight })
	);
});

test('what writeManifest would not have written is faulty: spaces, another order, a field twice, a field nobody knows', () => {
	const text = writeManifest(someManifest({ groups: 1 }));
	const reasonOf = (other: string) => {
		const parsed = parseManifest(other);
		return parsed.kind === 'faulty' ? parsed.reason : parsed.kind;
	};
	assert.equal(reasonOf(`${text} `), 'not-as-written');
	assert.equal(
		reasonOf(
			text
				.replace('"previous":null,', '')
				.replace('"groups"', '"previous":null,"groups"')
				.replace('{"format"', '{ "format"')
		),
		'not-as-written'
	);
	assert.equal(reasonOf(text.replace('"invited":9', '"invited":900,"invited":9')), 'not-as-written');
	assert.equal(reasonOf(text.replace('"invited":9', '"invited":9,"leader":"L1"')), 'wrong-shape');
	assert.equal(reasonOf(text.replace('manifest-1', 'manifest-2')), 'wrong-shape');
	assert.equal(reasonOf(text.replace('"invited":9', '"invited":"9"')), 'wrong-shape');
	assert.equal(reasonOf(text.replace('"invited":9', '"invited":8.5')), 'wrong-shape');
	assert.equal(reasonOf(text.slice(1)), 'no-json');
	assert.equal(reasonOf('null'), 'wrong-shape');
});
