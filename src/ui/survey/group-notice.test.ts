import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manifest, manifestHash, manifestText } from './answer-house.testing.ts';
import { judgeManifest } from '#ui/ballot/manifest-check.ts';
import { hrefForGroup, showGroup } from './group-notice.ts';

test('a link to who can see what asks about the leader’s own group', () => {
	assert.equal(hrefForGroup('/rounds/r1/visibility', 'g 1'), '/rounds/r1/visibility?group=g+1');
	assert.equal(
		hrefForGroup('/rounds/r1/visibility?language=en&group=g2#people', 'g1'),
		'/rounds/r1/visibility?language=en&group=g1#people'
	);
});

test('once the place is checked, every such link on the page leads there', async () => {
	const { instrument, rules } = manifest;
	const asked = { text: manifestText, namedHash: manifestHash, roundId: 'r1', instrument, rules, groupId: 'g1' };
	const place = await judgeManifest(asked);
	assert.ok(place.kind === 'place');
	const hrefs = ['/rounds/r1/visibility', '/rounds/r1/visibility?language=en'];
	const links = hrefs.map((_, at) => ({
		getAttribute: () => hrefs[at] ?? null,
		setAttribute: (_name: string, href: string) => void (hrefs[at] = href)
	}));
	const page = { querySelectorAll: (selector: string) => (selector.startsWith('a[href') ? links : []) };
	// A page as far as it is looked at here.
	showGroup(page as unknown as ParentNode, place, false);
	assert.deepEqual(hrefs, ['/rounds/r1/visibility?group=g1', '/rounds/r1/visibility?language=en&group=g1']);
});
