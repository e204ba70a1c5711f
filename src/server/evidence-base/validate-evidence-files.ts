// Every file of the evidence base against its JSON Schema, and the whole against the rules of the domain.
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { checkEvidence } from '#domain/evidence/check-evidence.ts';
import type { EvidenceProblem } from '#domain/evidence/check-evidence.ts';
import { evidenceFilesIn, readEvidence, readJson } from '#server/evidence-base/read-evidence.ts';
import { checkVersions } from '#server/evidence-base/record-versions.ts';

/** A problem with the file in which it is to be mended: its path within the directory. */
export type EvidenceFileProblem = EvidenceProblem & { readonly file: string };

const lists = { factor: 'factors.json', outcome: 'outcomes.json', mention: 'mentions.json' };
const folders = { study: 'studies', finding: 'findings', intervention: 'interventions' };

/**
 * All that is wrong with the files below a directory: first what breaks a schema, then, where every file has the right
 * shape, what breaks a rule. Throws where a file cannot be read.
 */
export function validateEvidenceFiles(directory: string): readonly EvidenceFileProblem[] {
	const problems = [
		...Object.entries(lists).flatMap(([schema, file]) => validateFiles(directory, schema, [file])),
		...Object.entries(folders).flatMap(([schema, folder]) =>
			validateFiles(directory, schema, filesIn(directory, folder))
		),
		...checkFileNames(directory, [folders.study, folders.intervention])
	];
	if (problems.length > 0) return problems;
	const base = readEvidence(directory);
	const fileOf = filesOfRecords(directory);
	return [...checkEvidence(base), ...checkVersions(directory, base)].map((problem) => ({
		file: fileOf.get(problem.record) ?? (problem.record === 'mentions' ? lists.mention : folders.finding),
		...problem
	}));
}

function filesIn(directory: string, folder: string): readonly string[] {
	return evidenceFilesIn(join(directory, folder)).map((name) => join(folder, name));
}

function validateFiles(directory: string, schema: string, files: readonly string[]): readonly EvidenceFileProblem[] {
	const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
	const validate = ajv.compile(readJson<object>(join(directory, 'schema', `${schema}.schema.json`)));
	return files.flatMap((file) => {
		const content = readJson<unknown>(join(directory, file));
		if (validate(content)) return [];
		return (validate.errors ?? []).map((error) => ({
			rule: 'schema',
			file,
			record: recordAt(content, error.instancePath) ?? file,
			detail: describe(error)
		}));
	});
}

/** The id of the record in which an error lies: that of the file, or that of the entry in a list. */
function recordAt(content: unknown, path: string): string | null {
	const place = /^\/(\d+)/.exec(path)?.[1];
	const record: unknown = Array.isArray(content) && place !== undefined ? content[Number(place)] : content;
	if (typeof record !== 'object' || record === null || !('id' in record)) return null;
	return typeof record.id === 'string' ? record.id : null;
}

function checkFileNames(directory: string, named: readonly string[]): readonly EvidenceFileProblem[] {
	return named.flatMap((folder) =>
		filesIn(directory, folder).flatMap((file) => {
			const { id } = readJson<{ readonly id?: unknown }>(join(directory, file));
			if (file === join(folder, `${String(id)}.json`)) return [];
			return [{ rule: 'file-name', file, record: String(id), detail: `the record inside is named ${String(id)}` }];
		})
	);
}

/** Which file holds a record; ids are unique within a kind, and a finding's file is told by reading it. */
function filesOfRecords(directory: string): ReadonlyMap<string, string> {
	const inList = (file: string) =>
		readJson<readonly { readonly id: string }[]>(join(directory, file)).map(({ id }) => [id, file] as const);
	const single = (folder: string) =>
		filesIn(directory, folder).map((file) => [file.slice(folder.length + 1, -'.json'.length), file] as const);
	return new Map([
		...inList(lists.factor),
		...inList(lists.outcome),
		...single(folders.intervention),
		...single(folders.study),
		...filesIn(directory, folders.finding).flatMap(inList)
	]);
}

function describe(error: ErrorObject): string {
	const extra = error.keyword === 'additionalProperties' ? ` ("${String(error.params['additionalProperty'])}")` : '';
	return `${error.instancePath === '' ? 'the file' : error.instancePath} ${error.message ?? error.keyword}${extra}`;
}
