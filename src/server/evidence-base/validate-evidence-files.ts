// Every file of the evidence base against its JSON Schema, and the whole against the rules of the domain.
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { checkEvidence } from '#domain/evidence/check-evidence.ts';
import type { EvidenceProblem } from '#domain/evidence/check-evidence.ts';
import { evidenceFilesIn, readEvidence, readJson } from '#server/evidence-base/read-evidence.ts';

/**
 * All that is wrong with the files below a directory: first what breaks a schema (record is the file's path within the
 * directory), then, where every file has the right shape, what breaks a rule. Throws where a file cannot be read.
 */
export function validateEvidenceFiles(directory: string): readonly EvidenceProblem[] {
	const folders = { study: 'studies', finding: 'findings', intervention: 'interventions' };
	const inFolders = Object.entries(folders).flatMap(([schema, folder]) => {
		const files = evidenceFilesIn(join(directory, folder)).map((name) => join(folder, name));
		return validateFiles(directory, schema, files);
	});
	const problems = [
		...validateFiles(directory, 'factor', ['factors.json']),
		...validateFiles(directory, 'outcome', ['outcomes.json']),
		...inFolders,
		...checkFileNames(directory, [folders.study, folders.intervention])
	];
	return problems.length > 0 ? problems : checkEvidence(readEvidence(directory));
}

function validateFiles(directory: string, schema: string, files: readonly string[]): readonly EvidenceProblem[] {
	const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
	const validate = ajv.compile(readJson<object>(join(directory, 'schema', `${schema}.schema.json`)));
	return files.flatMap((file) => {
		if (validate(readJson<unknown>(join(directory, file)))) return [];
		return (validate.errors ?? []).map((error) => ({ rule: 'schema', record: file, detail: describe(error) }));
	});
}

function checkFileNames(directory: string, folders: readonly string[]): readonly EvidenceProblem[] {
	return folders.flatMap((folder) =>
		evidenceFilesIn(join(directory, folder)).flatMap((name) => {
			const { id } = readJson<{ readonly id?: unknown }>(join(directory, folder, name));
			if (`${String(id)}.json` === name) return [];
			return [{ rule: 'file-name', record: join(folder, name), detail: `the record inside is named ${String(id)}` }];
		})
	);
}

function describe(error: ErrorObject): string {
	return `${error.instancePath === '' ? 'the file' : error.instancePath} ${error.message ?? error.keyword}`;
}
