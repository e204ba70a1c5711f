// One record of the evidence base against the JSON Schema of its kind: the same that the shipped files are held to.
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { EvidenceRecord, RecordKind } from '#domain/evidence/apply-revisions.ts';
import type { EvidenceProblem } from '#domain/evidence/check-evidence.ts';
import { readJson } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';

const compiled = new Map<RecordKind, ValidateFunction>();

/** What breaks the schema, as problems of the rule "schema"; none where the record has the right shape. */
export function validateRecord(kind: RecordKind, record: EvidenceRecord): readonly EvidenceProblem[] {
	const validate = validatorOf(kind);
	if (validate(listed(kind, record))) return [];
	return (validate.errors ?? []).map((error) => ({
		rule: 'schema',
		record: record.id,
		detail: `${error.instancePath.replace(/^\/0(?=\/|$)/, '')} ${error.message ?? error.keyword}`.trim()
	}));
}

/**
 * Whether every field is there, so that pages can show it. A form always writes all of them: one that is not there is of a
 * later shape than the record. What the fields say may still break the schema: a draft may be unfinished.
 */
export function isReadableRecord(kind: RecordKind, record: EvidenceRecord): boolean {
	const validate = validatorOf(kind);
	if (validate(listed(kind, record))) return true;
	return (validate.errors ?? []).every(
		({ keyword, instancePath }) => keyword !== 'required' || !/^(\/0)?(\/fit)?$/.test(instancePath)
	);
}

/** Findings are shipped as lists. */
function listed(kind: RecordKind, record: EvidenceRecord): unknown {
	return kind === 'finding' ? [record] : record;
}

function validatorOf(kind: RecordKind): ValidateFunction {
	const known = compiled.get(kind);
	if (known !== undefined) return known;
	const schema = readJson<object>(join(projectRoot, 'evidence/schema', `${kind}.schema.json`));
	const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
	compiled.set(kind, validate);
	return validate;
}
