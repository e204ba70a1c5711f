// What `evidence check` finds: how many records there are, how many citations are carried, and every fault by its file.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import type { EvidenceBase, Mention } from '#domain/evidence/evidence.ts';
import { uncoveredMentions } from '#domain/evidence/lines.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { validateEvidenceFiles, type EvidenceFileProblem } from '#server/evidence-base/validate-evidence-files.ts';
import { refuse } from './refusal.ts';

export type EvidenceCheck = {
	/** Null where a file breaks its schema: then nothing in it can be relied on, and nothing is counted. */
	readonly counts: Readonly<
		Record<
			'works' | 'mentions' | 'mentionsCovered' | 'findings' | 'interventions' | 'verified' | 'notVerified',
			number | null
		>
	>;
	readonly errors: readonly Pick<EvidenceFileProblem, 'file' | 'record' | 'rule' | 'detail'>[];
};

const Works = v.array(
	v.object({
		key: v.string(),
		mentions: v.array(v.object({ lines: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.minLength(1)) }))
	})
);

type CitedWorks = { readonly file: string; readonly keys: readonly string[]; readonly mentions: readonly Place[] };
type Place = Pick<Mention, 'study' | 'lines'>;

/** `worksFile`: a record of what the overview cites, kept apart from the base; null compares with the base's own. */
export function checkEvidenceFiles(directory: string, worksFile: string | null): EvidenceCheck {
	const problems = readable(`the evidence in ${directory}`, () => validateEvidenceFiles(directory));
	const errors = problems.map(({ file, record, rule, detail }) => ({ file, record, rule, detail }));
	if (problems.some((problem) => problem.rule === 'schema')) return { counts: uncounted, errors };
	const base = readEvidence(directory);
	const cited = worksFile === null ? null : readWorks(worksFile);
	const mentions = cited?.mentions ?? base.mentions;
	const uncovered = uncoveredMentions({ mentions: mentions.map(asMention), findings: base.findings });
	const verified = base.studies.filter((study) => study.status === 'verified').length;
	return {
		counts: {
			works: base.studies.length,
			mentions: mentions.length,
			mentionsCovered: mentions.length - uncovered.length,
			findings: base.findings.length,
			interventions: base.interventions.length,
			verified,
			notVerified: base.studies.length - verified
		},
		errors: cited === null ? errors : [...errors, ...missingFrom(base, cited, uncovered)]
	};
}

const uncounted = {
	works: null,
	mentions: null,
	mentionsCovered: null,
	findings: null,
	interventions: null,
	verified: null,
	notVerified: null
};

function readWorks(path: string): CitedWorks {
	const read = readable(`the record of cited works ${path}`, () =>
		v.parse(Works, JSON.parse(readFileSync(path, 'utf8')))
	);
	return {
		file: basename(path),
		keys: read.map((work) => work.key),
		mentions: read.flatMap(({ key, mentions }) =>
			mentions.map(({ lines }) => ({ study: key, lines: [Math.min(...lines), Math.max(...lines)] as const }))
		)
	};
}

function missingFrom(base: EvidenceBase, { file, keys }: CitedWorks, uncovered: readonly Place[]) {
	const known = new Set(base.studies.map((study) => study.id));
	const works = keys
		.filter((key) => !known.has(key))
		.map((key) => ({ file, record: key, rule: 'works-are-in-base', detail: 'the work is not in the evidence base' }));
	const mentions = uncovered.map(({ study, lines: [first, last] }) => ({
		file,
		record: study,
		rule: 'mentions-are-carried',
		detail: `no finding carries the mention at lines ${first}-${last}`
	}));
	return [...works, ...mentions];
}

function asMention(place: Place): Mention {
	return { section: '', claim: '', ...place };
}

function readable<Result>(what: string, read: () => Result): Result {
	try {
		return read();
	} catch (error) {
		return refuse(`${what} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
	}
}
