// A program of its own, so that its first PDF is the first of a process: sets the knowledge overview, prints what it took.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { warmReferences } from '#server/references/apa-reference.ts';
import { printKnowledgeOverview } from '#server/use-cases/evidence/print-knowledge-overview.ts';

export type OverviewSeen = {
	readonly secondsFirst: number;
	/** One for each further version, of which every claim is another. */
	readonly secondsOthers: readonly number[];
	readonly bytes: number;
};

const { values: options } = parseArgs({
	options: { others: { type: 'string', default: '0' }, references: { type: 'boolean', default: false } }
});
const evidence = readEvidence(join(projectRoot, 'evidence'));
// A page that cites works has set their references already, and they are kept.
if (options.references) await warmReferences(evidence.studies);
const [secondsFirst, bytes] = take(evidence);
const secondsOthers = Array.from({ length: Number(options.others) }, (_, place) => {
	const version = `${evidence.version}-bench-${place}`;
	const findings = evidence.findings.map((finding) => ({
		...finding,
		claim: { da: `${version}: ${finding.claim.da}`, en: `${version}: ${finding.claim.en}` }
	}));
	return take({ ...evidence, version, findings })[0];
});
process.stdout.write(JSON.stringify({ secondsFirst, secondsOthers, bytes } satisfies OverviewSeen));

function take(base: typeof evidence): readonly [seconds: number, bytes: number] {
	const start = performance.now();
	const outcome = printKnowledgeOverview({ evidence: base }, { kind: 'visitor' }, { language: 'da' });
	const seconds = (performance.now() - start) / 1000;
	if (outcome.kind !== 'overview-pdf') throw new Error(`the overview was not printed: ${outcome.kind}`);
	return [seconds, outcome.bytes.length];
}
