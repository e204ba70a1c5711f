// A program of its own, so that index and memory are those of one engine: builds it, asks it as fifty people would,
// then as fast as it answers, and prints what it saw as JSON.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '#server/demonstration/seeded-random.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import type { Filters } from '#server/use-cases/evidence/search-library.ts';
import { hastyPeople, thinkingPeople, type Waited } from './fifty-people.ts';
import { madeUpEvidence } from './made-up-evidence.ts';
import { engineNames, makers } from './search-engines.ts';
import { questions } from './search-questions.ts';

export type SearchSeen = {
	readonly secondsToBuild: number;
	/** Of the index, beside the base itself. */
	readonly bytes: number;
	readonly documents: number;
	/** Of the questions, those whose wanted record is among the first five. */
	readonly found: number;
	readonly thinking: Waited;
	readonly hasty: Waited;
};

const firstOnes = 5;
const { values: options } = parseArgs({
	options: {
		engine: { type: 'string', default: 'own' },
		works: { type: 'string', default: '0' },
		seconds: { type: 'string', default: '8' }
	}
});
const name = engineNames.find((one) => one === options.engine);
if (name === undefined) throw new Error(`there is no engine "${options.engine}"`);
const works = Number(options.works);
const seconds = Number(options.seconds);

const shipped = readEvidence(join(projectRoot, 'evidence'));
const base = works === 0 ? shipped : madeUpEvidence(shipped, { works, seed: 1 });
const bytesBefore = bytesUsed();
const start = performance.now();
const engine = await makers[name](base);
const secondsToBuild = (performance.now() - start) / 1000;
const bytes = bytesUsed() - bytesBefore;

// Every question once: what a process does in its first seconds is not what fifty people meet.
let found = 0;
for (const { typed, wanted } of questions) {
	const { ids } = await engine(typed, {});
	if (ids.slice(0, firstOnes).includes(wanted)) found++;
}
const random = seededRandom(2);
const filters: readonly Filters[] = [{}, {}, {}, { country: 'SE' }, { kind: 'finding', certainty: 'low' }];
const ask = () => {
	const question = questions[random.whole(0, questions.length - 1)];
	return engine(question?.typed ?? '', filters[random.whole(0, filters.length - 1)] ?? {});
};
const seen: SearchSeen = {
	secondsToBuild,
	bytes,
	documents: [base.factors, base.outcomes, base.interventions, base.findings, base.studies].flat().length,
	found,
	thinking: await thinkingPeople(seconds, random, ask),
	hasty: await hastyPeople(seconds / 2, ask)
};
process.stdout.write(JSON.stringify(seen));
process.exit(0);

/** Heap and the arrays beside it, after what nobody needs is gone. */
function bytesUsed(): number {
	(globalThis as { gc?: () => void }).gc?.();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}
