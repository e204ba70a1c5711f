// The evidence base as it ships: schemas, rules, and agreement with the record of what the overview cites.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { certaintyOf, certaintyOfIntervention } from '#domain/evidence/certainty.ts';
import { checkEvidence, evidenceCheckers } from '#domain/evidence/check-evidence.ts';
import type { EvidenceRule } from '#domain/evidence/check-evidence.ts';
import type { EvidenceBase, Finding, Study } from '#domain/evidence/evidence.ts';
import { interventionsForFactor } from '#domain/evidence/look-up.ts';
import { uncoveredMentions } from '#domain/evidence/lines.ts';
import { certaintyTable } from '#server/evidence-base/certainty-table.ts';
import { readVersions, versionsOf } from '#server/evidence-base/record-versions.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { validateEvidenceFiles } from '#server/evidence-base/validate-evidence-files.ts';
import { checkedEvidence } from '../tools/checked-evidence.ts';

const root = join(import.meta.dirname, '..');
const directory = join(root, 'evidence');
const base = readEvidence(directory);
const worksPath = join(root, '..', 'shared', 'evidence', 'works.json');
const skip = existsSync(worksPath) ? false : 'the record of cited works (../shared/evidence/works.json) is not here';

type Work = {
	readonly key: string;
	readonly status: string;
	readonly DOI: string | null;
	readonly cautions: readonly string[];
	readonly confidence: { readonly DOI: string };
	readonly mentions: readonly { readonly lines: readonly number[] }[];
};

test('every file follows its schema and every rule holds', () => {
	assert.deepEqual(validateEvidenceFiles(directory), []);
});

test('the base has the parts that were promised', () => {
	assert.equal(base.studies.length, 47);
	assert.deepEqual(
		(['risk', 'resource', 'context'] as const).map((kind) => base.factors.filter((one) => one.kind === kind).length),
		[6, 6, 1]
	);
	const asked = ['well-being', 'stress', 'exhaustion', 'job-satisfaction', 'recovery', 'wish-to-stay'];
	const leaders = base.outcomes.filter((outcome) => outcome.of === 'leaders').map((outcome) => outcome.id);
	assert.deepEqual(
		asked.filter((id) => !leaders.includes(id)),
		[]
	);
	const atLeast = { organisation: 8, group: 6, leadership: 4, individual: 5 };
	for (const [level, fewest] of Object.entries(atLeast)) {
		const count = base.interventions.filter((intervention) => intervention.level === level).length;
		assert.ok(count >= fewest, `${count} interventions at level ${level}`);
	}
});

test('the counts in the README are those of the base', () => {
	const readme = readFileSync(join(directory, 'README.md'), 'utf8');
	for (const [where, records] of [
		['`factors.json`', base.factors],
		['`outcomes.json`', base.outcomes],
		['`studies/<id>.json`', base.studies],
		['`findings/<topic>.json`', base.findings],
		['`interventions/<id>.json`', base.interventions]
	] as const) {
		assert.ok(readme.includes(`| ${where} | ${records.length} |`), `${where}: ${records.length}`);
	}
	const counts = `${base.findings.length} claims, ${base.studies.length} studies and ${base.interventions.length} interventions`;
	assert.ok(readFileSync(join(root, 'README.md'), 'utf8').includes(counts), counts);
	const isAnyHigh = base.findings.some((finding) => certaintyOf(finding, base.studies).certainty === 'high');
	assert.equal(readme.includes('no finding reaches high'), !isAnyHigh);
});

test('the organisation comes first among the interventions for any factor', () => {
	for (const factor of base.factors) {
		assert.equal(interventionsForFactor(factor.id, base)[0]?.level, 'organisation', factor.id);
	}
});

test('every finding and intervention has a certainty with at least one reason', () => {
	for (const finding of base.findings) {
		assert.notEqual(certaintyOf(finding, base.studies).reasons.length, 0, finding.id);
	}
	for (const intervention of base.interventions) {
		assert.notEqual(certaintyOfIntervention(intervention, base).reasons.length, 0, intervention.id);
	}
});

test('a claim that rests on unverified or overstated works only is very uncertain', () => {
	const verified = new Set(base.studies.filter((study) => study.status === 'verified').map((study) => study.id));
	const hollow = base.findings.filter((finding) =>
		finding.studies.every((id) => !verified.has(id) || finding.notShownBy?.includes(id))
	);
	assert.ok(hollow.length > 0);
	for (const finding of hollow) assert.equal(certaintyOf(finding, base.studies).certainty, 'very-low', finding.id);
});

test('one point in time, interviews or no comparison are not spoken of as cause', () => {
	const strong = ['meta-analysis', 'systematic-review', 'review', 'randomised-trial', 'longitudinal'];
	const causal = /\b(fører til|medfører|forårsager|skyldes|leads to|lead to|causes|caused by)\b/i;
	const weak = base.findings.filter((finding) => studiesOf(finding).every((study) => !strong.includes(study.design)));
	const spoken = weak.filter((finding) => causal.test(`${finding.claim.da} ${finding.claim.en}`));
	assert.deepEqual(
		spoken.map((finding) => finding.id),
		[]
	);
});

test('no text says anonymous', () => {
	assert.equal(JSON.stringify(base).match(/anonym/i), null);
});

type Draft<T> = T extends object ? { -readonly [Key in keyof T]: Draft<T[Key]> } : T;

/** One error for each rule, planted in a copy of the real base. */
const plantedErrors: Readonly<Record<EvidenceRule, (draft: Draft<EvidenceBase>) => void>> = {
	'ids-are-unique': (draft) => draft.studies.push(first(draft.studies)),
	'factors-are-complete': (draft) => (first(draft.factors).order = 2),
	'references-resolve': (draft) => first(draft.findings).studies.push('nobody-1999'),
	'claims-have-a-source': (draft) => (first(draft.findings).studies = []),
	'factors-have-findings': (draft) => {
		let isKept = false;
		draft.findings = draft.findings.filter((finding) => {
			if (finding.from.kind !== 'factor' || finding.from.id !== 'coping') return true;
			if (isKept) return false;
			return (isKept = true);
		});
	},
	'interventions-cover-levels': (draft) => {
		draft.interventions = draft.interventions.filter((intervention) => intervention.level !== 'individual');
	},
	'factors-can-be-met': (draft) => {
		for (const intervention of draft.interventions) {
			const isKept = intervention.level !== 'organisation';
			intervention.factors = intervention.factors.filter((factor) => isKept || factor !== 'development');
		}
	},
	'outcomes-are-named': (draft) => (first(draft.findings).outcomes = []),
	'languages-are-filled': (draft) => (first(draft.interventions).fit.context.en = ''),
	'doi-is-verified': (draft) => {
		const study = draft.studies.find((one) => one.status === 'recalled');
		assert.ok(study);
		study.doi = '10.1000/guessed';
	},
	'doi-is-unique': (draft) => {
		const [one, other] = draft.studies.filter((study) => study.doi !== null);
		assert.ok(one && other);
		other.doi = String(one.doi).toUpperCase();
	},
	'unknown-claims-nothing': (draft) => {
		const study = draft.studies.find((one) => one.status === 'unknown');
		assert.ok(study);
		study.title = 'A title nobody has seen';
	},
	'studies-are-used': (draft) => draft.studies.push({ ...first(draft.studies), id: 'unread-2001' }),
	'lines-are-in-overview': (draft) => first(draft.interventions).lines.push([1490, 1491]),
	'lines-name-the-study': (draft) => first(draft.findings).lines.push([2, 2]),
	'mentions-are-carried': (draft) => draft.mentions.push({ ...first(draft.mentions), lines: [2, 2] }),
	'doubts-are-noted': (draft) => {
		const finding = draft.findings.find((one) => one.notShownBy !== undefined);
		assert.ok(finding);
		finding.note = null;
	},
	'certainty-follows-the-rule': (draft) => {
		const finding = draft.findings.find((one) => certaintyOf(one, base.studies).certainty === 'low');
		assert.ok(finding);
		finding.certainty = 'high';
	},
	'intervention-studies-count': (draft) => {
		const [intervention, study] = [first(draft.interventions), draft.studies.find((one) => one.id === 'bachman-2023')];
		assert.ok(study);
		intervention.studies.push(study.id);
	}
};

for (const [rule, plant] of Object.entries(plantedErrors) as [EvidenceRule, (draft: Draft<EvidenceBase>) => void][]) {
	test(`a planted error is caught by the rule ${rule}`, () => {
		const draft = structuredClone(base) as Draft<EvidenceBase>;
		plant(draft);
		const caught = evidenceCheckers[rule](draft);
		assert.notEqual(caught.length, 0);
		assert.ok(caught.every((problem) => problem.rule === rule && problem.record !== '' && problem.detail !== ''));
		assert.ok(checkEvidence(draft).some((problem) => problem.rule === rule));
	});
}

const copies: string[] = [];
after(() => copies.forEach((copy) => rmSync(copy, { recursive: true })));

function copyWith(file: string, change: (text: string) => string): string {
	const copy = mkdtempSync(join(tmpdir(), 'evidence-'));
	copies.push(copy);
	cpSync(directory, copy, { recursive: true });
	writeFileSync(join(copy, file), change(readFileSync(join(copy, file), 'utf8')));
	return copy;
}

test('a file that breaks its schema is reported by its path, and the rules wait', () => {
	for (const [file, from, to] of [
		['factors.json', '"kind": "risk"', '"kind": "threat"'],
		['outcomes.json', '"higherIsBetter": true', '"higherIsBetter": "yes"'],
		['studies/lindholm-2006.json', '"doi": "10.', '"doi": "doi:10.'],
		['findings/workload.json', '"direction": "raises"', '"direction": "up"'],
		['interventions/drop-tasks.json', '"level": "organisation"', '"level": "everywhere"']
	] as const) {
		const problems = validateEvidenceFiles(copyWith(file, (text) => text.replace(from, to)));
		assert.ok(problems.length > 0, file);
		assert.deepEqual(
			new Set(problems.map((problem) => `${problem.rule} ${problem.file}`)),
			new Set([`schema ${file}`])
		);
	}
});

test('an unknown field, a record under another name and a broken file are refused', () => {
	const misspelt = copyWith('studies/keith-2021.json', (text) => text.replace('"volume"', '"volumen"'));
	assert.equal(validateEvidenceFiles(misspelt)[0]?.file, 'studies/keith-2021.json');
	const renamed = copyWith('studies/keith-2021.json', (text) =>
		text.replace('"id": "keith-2021"', '"id": "keith-2022"')
	);
	assert.equal(validateEvidenceFiles(renamed)[0]?.rule, 'file-name');
	const broken = copyWith('findings/support.json', (text) => text.slice(1));
	assert.throws(() => validateEvidenceFiles(broken), /support\.json/);
});

test('a broken rule is reported with its file, record and reason', () => {
	const unsourced = copyWith('findings/workload.json', (text) =>
		text.replace(/"studies": \[[^\]]*\]/, '"studies": ["nobody-1999"]')
	);
	const [problem] = validateEvidenceFiles(unsourced);
	assert.deepEqual(problem, {
		rule: 'references-resolve',
		file: 'findings/workload.json',
		record: 'workload-stress',
		detail: 'no study "nobody-1999"'
	});
});

test('a faulty base stops the build with file, record and reason, and the shipped one does not', () => {
	checkedEvidence().configResolved();
	const faults: readonly (readonly [string, string, (text: string) => string])[] = [
		['findings/workload.json', 'workload-stress', (text) => text.replace(/"studies": \[[^\]]*\]/, '"studies": []')],
		['findings/workload.json', 'no study "nobody-1999"', (text) => text.replace(/"labrague-2018"/, '"nobody-1999"')],
		['studies/keith-2021.json', 'keith-2021', (text) => text.replace(/"doi": "[^"]+"/, '"doi": "10.1111/jocn.14165"')],
		['outcomes.json', 'well-being', (text) => text.replace(/"en": "[^"]+"/, '"en": ""')],
		[
			'findings/workload.json',
			'workload-stress',
			(text) => text.replace('"id": "workload-stress",', '"id": "workload-stress",\n\t\t"certainty": "high",')
		]
	];
	for (const [file, reason, change] of faults) {
		const planted = checkedEvidence(copyWith(file, change));
		assert.throws(
			() => planted.configResolved(),
			(error: Error) => error.message.includes(`${file}: `) && error.message.includes(reason),
			`${file}: ${reason}`
		);
	}
});

test('a record that says something else under its old version is refused, and one with a new version asks to be listed', () => {
	const claim = (text: string) => text.replace('"claim": {\n\t\t\t"da": "', '"claim": {\n\t\t\t"da": "Måske: ');
	const raised = (text: string) => claim(text).replace('"version": 1', '"version": 2');
	const silent = validateEvidenceFiles(copyWith('findings/workload.json', claim));
	assert.equal(silent.length, 1);
	assert.match(silent[0]?.detail ?? '', /^it says something else than version 1: raise its version to 2$/);
	assert.match(
		validateEvidenceFiles(copyWith('findings/workload.json', raised))[0]?.detail ?? '',
		/^version 2 is not in/
	);
});

test('certainty.md and versions.json are what the base and the rule give', () => {
	assert.equal(readFileSync(join(directory, 'certainty.md'), 'utf8'), certaintyTable(base));
	assert.deepEqual(readVersions(directory), versionsOf(base, readVersions(directory)));
});

test('a work that is not verified has no DOI, and nothing rests on it', () => {
	for (const study of base.studies.filter((one) => one.status !== 'verified')) {
		assert.equal(study.doi, null, study.id);
		const alone = base.findings.filter((finding) => finding.studies.every((id) => id === study.id));
		for (const finding of alone) {
			assert.equal(certaintyOf(finding, base.studies).certainty, 'very-low', finding.id);
			assert.ok(finding.note !== null, finding.id);
		}
	}
});

test('the studies are the cited works, with their status, DOI and cautions', { skip }, () => {
	const works = readWorks();
	assert.deepEqual(
		base.studies.map((study) => study.id),
		works.map((work) => work.key).sort()
	);
	for (const work of works) {
		const study = studyNamed(work.key);
		assert.equal(study.status, work.status, work.key);
		assert.equal(study.doi, work.confidence.DOI === 'verified' ? work.DOI : null, work.key);
		assert.ok(study.cautions.length >= (work.cautions.length > 0 ? 1 : 0), work.key);
	}
});

test('the mentions are those of the record of cited works, and every one is carried by a finding', { skip }, () => {
	const mentions = readWorks().flatMap((work) =>
		work.mentions.map(({ lines }) => `${work.key} ${lines[0]}–${lines.at(-1)}`)
	);
	assert.equal(mentions.length, 247);
	assert.deepEqual(base.mentions.map(({ study, lines }) => `${study} ${lines[0]}–${lines[1]}`).sort(), mentions.sort());
	assert.deepEqual(uncoveredMentions(base), []);
});

function readWorks(): readonly Work[] {
	return JSON.parse(readFileSync(worksPath, 'utf8')) as readonly Work[];
}

function studyNamed(id: string): Study {
	const study = base.studies.find((one) => one.id === id);
	assert.ok(study, id);
	return study;
}

function studiesOf(finding: Finding): readonly Study[] {
	return finding.studies.map(studyNamed);
}

function first<T>(items: readonly T[]): T {
	const [item] = items;
	assert.ok(item !== undefined);
	return item;
}
