// Searching the shipped base: what must be found first, what is not lost on the way, and that every number keeps its word.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { certaintyOf } from '#domain/evidence/certainty.ts';
import { isCarried } from '#domain/evidence/standing.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { searchLibrary, type DocumentKind, type FacetName, type Filters, type SearchInput } from './search-library.ts';

const evidence = readEvidence(join(projectRoot, 'evidence'));
const facets: readonly FacetName[] = ['level', 'factor', 'design', 'country', 'certainty'];
const everything =
	evidence.factors.length +
	evidence.outcomes.length +
	evidence.interventions.length +
	evidence.findings.length +
	evidence.studies.length;

function search(question: string, { filters = {}, page = 1, language = 'da' }: Partial<SearchInput> = {}) {
	const outcome = searchLibrary({ evidence }, { kind: 'visitor' }, { question, language, filters, page });
	assert.ok(outcome.kind === 'hits');
	return outcome;
}

function firstOf(question: string, language: 'da' | 'en' = 'da'): string {
	const [hit] = search(question, { language }).hits;
	return hit === undefined ? 'nothing' : `${hit.kind} ${hit.id}`;
}

/** All hits, page by page. */
function allOf(question: string, filters: Filters): readonly { readonly kind: DocumentKind; readonly id: string }[] {
	const { pages } = search(question, { filters });
	return Array.from({ length: pages }, (_, index) => search(question, { filters, page: index + 1 }).hits).flat();
}

test('what is looked for stands first', () => {
	const wanted: readonly (readonly [question: string, first: string])[] = [
		// As it is called, and in other forms of the word.
		['psykologisk tryghed', 'factor psychological-safety'],
		['rollekonflikt', 'factor role-conflict'],
		['rollekonflikterne', 'factor role-conflict'],
		['Følelsesmæssige krav', 'factor emotional-demands'],
		['fleksibiliteten', 'factor flexibility'],
		['sygefraværet', 'outcome sickness-absence'],
		['søvn', 'outcome sleep'],
		['patientsikkerheden', 'outcome patient-safety-quality'],
		['kollegiale supervisioner', 'intervention peer-supervision'],
		// Without æ, ø and å, or with the letters that stand for them.
		['stoette', 'factor support'],
		['arbejdsmaengde', 'factor workload'],
		['soevn', 'outcome sleep'],
		['følelsesmæssige', 'factor emotional-demands'],
		['foelelsesmaessige', 'factor emotional-demands'],
		// Misspelt.
		['ledelsespænd', 'factor workload'],
		['rolekonflikt', 'factor role-conflict'],
		['arbejdsmengde', 'factor workload'],
		['søvm', 'nothing'],
		['fleksiblitet', 'factor flexibility'],
		['suprevision', 'intervention peer-supervision'],
		// By another word for it.
		['udbrændt', 'outcome exhaustion'],
		['travlt', 'factor workload'],
		['arbejdsbelastning', 'factor workload'],
		['arbejdspres', 'factor workload'],
		['arbejdsbelastnig', 'factor workload'],
		['randomiseret', 'study sawyer-2023'],
		['oversygeplejerske', 'nothing'],
		['stress', 'outcome stress'],
		['hvad hjælper mod stress', 'outcome stress'],
		['personaleomsætning', 'outcome employee-turnover'],
		['ensom', 'factor isolation'],
		// By author, with and without accents, and by year.
		['Häggman-Laitila', 'study haggman-laitila-romppanen-2018'],
		['haggman', 'study haggman-laitila-romppanen-2018'],
		['shirey 2010', 'study shirey-2010'],
		// The beginning of a word.
		['rolleklar', 'factor role-clarity'],
		// English on the Danish page.
		['span of control', 'study simpson-2017'],
		['psychological safety', 'factor psychological-safety']
	];
	const first = wanted.map(([question]) => [question, firstOf(question)]);
	assert.deepEqual(first, wanted);
});

test('of what matches about as well, factors, outcomes and interventions come first, then what is shown, then what is surer', () => {
	const kinds = search('stress')
		.hits.slice(0, 3)
		.map(({ kind }) => kind);
	assert.deepEqual(kinds.toSorted(), ['intervention', 'outcome', 'outcome']);
	const claims = allOf('stress', { kind: 'finding' });
	const places = (ids: readonly string[]) => ids.map((id) => claims.findIndex((claim) => claim.id === id));
	const surer = places(['job-control-stress', 'workload-stress', 'budget-responsibility-stress']);
	const unsure = places(['powerlessness-stress', 'inner-conflict-stress', 'performance-expectations-stress']);
	const unshown = places(['peer-network-stress', 'span-without-support-stress', 'isolation-stress']);
	assert.ok([...surer, ...unsure, ...unshown].every((place) => place >= 0));
	assert.ok(Math.max(...surer) < Math.min(...unsure));
	assert.ok(Math.max(...unsure) < Math.min(...unshown));
});

test('a hit says that it is a claim that no counted work shows', () => {
	const claims = new Map(evidence.findings.map((finding) => [finding.id, finding]));
	const { hits } = search('netværk', { filters: { kind: 'finding' } });
	assert.deepEqual(new Set(hits.map(({ isOnlySaid }) => isOnlySaid)), new Set([true, false]));
	for (const { id, isOnlySaid } of hits) {
		const claim = claims.get(id);
		assert.ok(claim);
		assert.equal(isOnlySaid, !isCarried(claim, evidence.studies), id);
	}
	assert.ok(
		search('', {}).hits.every(({ isOnlySaid }) => !isOnlySaid),
		'factors are no claims'
	);
});

test('a study is found by its DOI and by nothing that only looks like it', () => {
	for (const typed of ['10.1111/jonm.13165', 'https://doi.org/10.1111/JONM.13165']) {
		assert.deepEqual(
			search(typed).hits.map(({ id }) => id),
			['keith-2021'],
			typed
		);
	}
	for (const typed of ['10.1111/jonm.99999', '10.1111/jonm', '10.1111']) assert.equal(search(typed).total, 0, typed);
});

test('other words stand on no page: a hit names what they are words for, or the one that was meant', () => {
	const own = search('arbejdspres').hits.find(({ id }) => id === 'workload')?.foundIn;
	assert.deepEqual(own && [own.kind, textIn(own.pieces)], ['other-words', 'arbejdspres']);
	const claim = search('udbrændt').hits.find(({ id }) => id === 'role-conflict-exhaustion')?.foundIn;
	assert.deepEqual(claim && [claim.kind, textIn(claim.pieces)], ['text', 'Udmattelse']);
	const [trial] = search('randomiseret').hits;
	assert.equal(textIn(trial?.foundIn?.pieces ?? []), 'lodtrækningsforsøg');
});

test('a noun made of a verb means the verb', () => {
	const { total, corrected } = search('håndtering');
	assert.ok(total > 0);
	assert.deepEqual(corrected, []);
	assert.equal(total, search('håndtere').total);
});

test('the reader’s own language counts for more', () => {
	assert.equal(firstOf('workload', 'en'), 'factor workload');
	assert.equal(firstOf('role conflicts', 'en'), 'factor role-conflict');
	assert.equal(firstOf('støtte', 'en'), 'factor support');
	assert.equal(firstOf('sickness absence', 'en'), 'outcome sickness-absence');
	const [hit] = search('psychological safety', { language: 'en' }).hits;
	assert.equal(hit?.title.map((piece) => piece.text).join(''), 'Psychological safety');
});

test('a misspelt word is read as one that the base has, and the outcome says so', () => {
	const { corrected, total } = search('mindfullness');
	assert.deepEqual(corrected, [{ typed: 'mindfullness', reading: 'misspelt', readAs: ['mindfulness'] }]);
	assert.equal(total, search('mindfulness').total);
	assert.deepEqual(search('ledelsespænd').corrected, [
		{ typed: 'ledelsespænd', reading: 'misspelt', readAs: ['ledelsesspænd'] }
	]);
	assert.deepEqual(search('ledelsesspænd').corrected, []);
	assert.deepEqual(search('rollekonflikterne').corrected, [], 'another form is no mistake');
});

test('short words and words of another kind are not bent into something else', () => {
	for (const word of ['holz', 'mxnxng', 'xtress', '2099']) {
		const { corrected, notUnderstood, total } = search(word);
		assert.deepEqual({ corrected, notUnderstood, total }, { corrected: [], notUnderstood: [word], total: 0 });
	}
});

test('a compound that the base does not have is looked for by its parts, and a part finds its compounds', () => {
	assert.deepEqual(search('kollegastøtte').corrected, [
		{ typed: 'kollegastøtte', reading: 'parted', readAs: ['kollega', 'støtte'] }
	]);
	const supported = allOf('kollegastøtte', {}).map(({ id }) => id);
	assert.ok(supported.includes('team-support-job-satisfaction'), '»støtte mellem kolleger«');
	assert.ok(supported.length < search('støtte').total);
	const found = allOf('konflikt', {}).map(({ kind, id }) => `${kind} ${id}`);
	assert.ok(found.includes('factor role-conflict'), '»konflikt« finds »rollekonflikt«');
});

test('a word that nothing has is skipped, and where no record has all words those with most are shown', () => {
	const skipped = search('xqzxqz stress');
	assert.deepEqual([skipped.notUnderstood, skipped.isPartial], [['xqzxqz'], false]);
	assert.equal(skipped.total, search('stress').total);
	const partial = search('ledelsesspænd mindfulness tandlæger');
	assert.ok(partial.isPartial && partial.total > 0);
	assert.deepEqual([search('xqzxqz').total, search('xqzxqz').unfiltered], [0, 0]);
});

test('every number beside a choice is how many hits there are when it is chosen', () => {
	const questions = ['', 'stress', 'støtte', 'ledelsespænd', 'nurse managers'];
	const chosen: readonly Filters[] = [
		{},
		{ kind: 'finding' },
		{ kind: 'study' },
		{ country: 'SE' },
		{ level: 'organisation', factor: 'workload' },
		{ design: 'qualitative', certainty: 'very-low' },
		{ kind: 'intervention', certainty: 'low', country: 'SE' }
	];
	let compared = 0;
	for (const question of questions) {
		for (const filters of chosen) {
			const { choices, kinds, total, unfiltered } = search(question, { filters });
			assert.equal(unfiltered, search(question).total);
			for (const { kind, count } of kinds) {
				assert.equal(search(question, { filters: { ...filters, kind } }).total, count, `${question} ${kind}`);
			}
			for (const facet of facets) {
				for (const { value, count } of choices[facet]) {
					const narrowed = search(question, { filters: { ...filters, [facet]: value } });
					assert.equal(narrowed.total, count, JSON.stringify({ question, filters, facet, value }));
					assert.ok(narrowed.total <= unfiltered);
					compared++;
				}
				const own = choices[facet].find(({ value }) => value === filters[facet]);
				if (filters[facet] !== undefined) assert.equal(own?.count, total);
			}
		}
	}
	assert.ok(compared > 500, `${compared}`);
});

test('every filter lets through what it says, and all of it', () => {
	const studies = new Map(evidence.studies.map((study) => [study.id, study]));
	const idsOf = (filters: Filters) =>
		allOf('', filters)
			.map(({ id }) => id)
			.toSorted();
	const behind = (finding: (typeof evidence.findings)[number]) =>
		finding.studies
			.filter((id) => ![...(finding.notShownBy ?? []), ...(finding.contradictedBy ?? [])].includes(id))
			.flatMap((id) => studies.get(id) ?? [])
			.filter(({ status }) => status === 'verified');
	const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id).toSorted();

	assert.deepEqual(idsOf({ kind: 'outcome' }), ids(evidence.outcomes));
	assert.deepEqual(
		idsOf({ kind: 'intervention', level: 'group' }),
		ids(evidence.interventions.filter(({ level }) => level === 'group'))
	);
	assert.deepEqual(
		idsOf({ kind: 'intervention', factor: 'support' }),
		ids(evidence.interventions.filter(({ factors }) => factors.includes('support')))
	);
	assert.deepEqual(
		idsOf({ kind: 'study', design: 'qualitative' }),
		ids(evidence.studies.filter(({ design }) => design === 'qualitative'))
	);
	assert.deepEqual(
		idsOf({ kind: 'study', country: 'SE' }),
		ids(evidence.studies.filter(({ countries }) => countries.includes('SE')))
	);
	assert.deepEqual(
		idsOf({ kind: 'finding', certainty: 'low' }),
		ids(
			evidence.findings.filter((finding) => {
				const own = finding.studies.flatMap((id) => studies.get(id) ?? []);
				return certaintyOf(finding, own).certainty === 'low';
			})
		)
	);
	// Both of one study: a Swedish questionnaire and an American interview are no Swedish interview.
	const swedishInterviews = evidence.findings.filter((finding) =>
		behind(finding).some(({ design, countries }) => design === 'qualitative' && countries.includes('SE'))
	);
	assert.ok(swedishInterviews.length > 0);
	assert.deepEqual(idsOf({ kind: 'finding', design: 'qualitative', country: 'SE' }), ids(swedishInterviews));
});

test('without words everything can be leafed through once, in the order of the kinds', () => {
	const all = allOf('', {});
	assert.equal(all.length, everything);
	assert.equal(new Set(all.map(({ kind, id }) => `${kind} ${id}`)).size, everything);
	assert.deepEqual(
		[...new Set(all.map(({ kind }) => kind))],
		['factor', 'outcome', 'intervention', 'finding', 'study']
	);
});

test('words that say nothing, signs and endless questions are borne', () => {
	for (const question of [
		'',
		'   ',
		'og i det på',
		'!!! ??? %%',
		'🙂',
		'<script>',
		"'; drop table",
		'\u0000',
		'é\u0301'
	]) {
		const { total, hasWords } = search(question);
		assert.ok(hasWords ? total < everything : total === everything, JSON.stringify(question));
	}
	assert.equal(search('og i det på').hasWords, false);
	assert.equal(search('og stress').total, search('stress').total);
	const long = search(`${'stress '.repeat(1_000)}${'x'.repeat(3_000)}`);
	assert.equal(long.question.length, 200);
	assert.ok(long.total > 0);
	assert.equal(search('å'.repeat(10_000)).total, 0);
	assert.equal(search('𝕤'.repeat(10_000)).total, 0);
});

test('a page that does not exist is the nearest one that does', () => {
	const { pages, total } = search('stress');
	assert.ok(pages > 1);
	const last = search('stress', { page: 9_999 });
	assert.equal(last.page, pages);
	assert.equal(last.hits.length, total - (pages - 1) * last.hitsOnPage);
	for (const page of [0, -3, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
		assert.equal(search('stress', { page }).page, 1, `${page}`);
	}
	assert.equal(search('xqzxqz', { page: 7 }).page, 1);
});

test('a filter or a value that does not exist is left out', () => {
	const { filters, total } = search('stress', {
		filters: { country: 'XX', level: '', certainty: 'low', design: '__proto__', kind: 'toString', colour: 'red' }
	});
	assert.deepEqual(filters, { certainty: 'low' });
	assert.equal(total, search('stress', { filters: { certainty: 'low' } }).total);
});

test('every hit shows why it was found, and no text is lost by marking', () => {
	for (const question of ['stress', 'span of control', 'sverige', 'støtte ledere', 'skagert']) {
		const { hits } = search(question);
		assert.ok(hits.length > 0);
		for (const { kind, id, title, excerpt, foundIn } of hits) {
			const text = textOf(kind, id);
			assert.ok(text.includes(textIn(title)), `${question}: ${id}`);
			assert.ok(text.includes(textIn(excerpt).replace(/^… | …$/g, '')), `${question}: ${id}`);
			const shown = [...title, ...excerpt, ...(foundIn?.pieces ?? [])];
			assert.ok(
				shown.some(({ isMatch }) => isMatch),
				`${question}: ${kind} ${id} shows nothing of it`
			);
		}
	}
	assert.ok(search('').hits.every(({ title, foundIn }) => foundIn === null && title.every(({ isMatch }) => !isMatch)));
});

test('the studies behind the hits are those that pass the filters on studies, and no more than an address can hold', () => {
	const swedish = search('stress', { filters: { country: 'SE' } });
	assert.ok(swedish.studies.ids.length > 0);
	for (const id of swedish.studies.ids) {
		assert.ok(evidence.studies.find((study) => study.id === id)?.countries.includes('SE'), id);
	}
	const all = search('');
	assert.deepEqual(all.studies.ids.toSorted(), evidence.studies.map(({ id }) => id).toSorted());
	assert.equal(all.studies.isCut, false);
	const [study] = evidence.studies;
	assert.ok(study);
	const many = {
		...evidence,
		studies: Array.from({ length: 201 }, (_, at) => ({ ...study, id: `${study.id}-${at}` }))
	};
	const input = { question: '', language: 'da', filters: { kind: 'study' }, page: 1 } as const;
	const cut = searchLibrary({ evidence: many }, { kind: 'visitor' }, input);
	assert.ok(cut.kind === 'hits');
	assert.deepEqual([cut.studies.ids.length, cut.studies.isCut], [200, true]);
});

test('an edited base is searched as it is now', () => {
	const [first, ...others] = evidence.findings;
	assert.ok(first);
	const edited = {
		...evidence,
		findings: [{ ...first, claim: { da: 'Kanelsnegle bærer meget.', en: 'Cinnamon buns carry much.' } }, ...others]
	};
	const input = { question: 'kanelsnegle', language: 'da', filters: {}, page: 1 } as const;
	const outcome = searchLibrary({ evidence: edited }, { kind: 'visitor' }, input);
	assert.ok(outcome.kind === 'hits');
	assert.deepEqual(
		outcome.hits.map(({ id }) => id),
		[first.id]
	);
	assert.equal(search('kanelsnegle').total, 0);
});

/** All that a record says in Danish, for whoever looks whether something stands in it. */
function textOf(kind: DocumentKind, id: string): string {
	const records = {
		factor: evidence.factors,
		outcome: evidence.outcomes,
		intervention: evidence.interventions,
		finding: evidence.findings,
		study: evidence.studies
	}[kind];
	const texts: string[] = [];
	JSON.stringify(
		records.find((record) => record.id === id),
		(key, value: unknown) => {
			if (typeof value === 'string' && key !== 'en') texts.push(value);
			return value;
		}
	);
	return texts.join('\n');
}

function textIn(pieces: readonly { readonly text: string }[]): string {
	return pieces.map(({ text }) => text).join('');
}
