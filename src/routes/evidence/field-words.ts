// What the fields of a record and their values are called, and the sentences for what is wrong with them.
import type { RecordKind } from '#domain/evidence/apply-revisions.ts';
import type { FieldProblem } from '#domain/evidence/edit/form-values.ts';
import { recordFields } from '#domain/evidence/edit/record-fields.ts';
import type { Language } from '#domain/language/localised.ts';
import { textsFor } from '#texts/texts.ts';

type Words = Readonly<Record<string, string>>;
type Field = { readonly kind: RecordKind; readonly field: string };

export function fieldLabel(language: Language, { kind, field }: Field): string {
	const labels: Words = textsFor(language).evidenceFields.fields[kind];
	return labels[field] ?? field;
}

export function fieldHint(language: Language, { kind, field }: Field): string | undefined {
	const hints: Words = textsFor(language).evidenceFields.hints[kind];
	return hints[field];
}

/** The word for a value that is chosen from a list; the value itself where there is none. */
export function choiceLabel(language: Language, { kind, field }: Field, value: string): string {
	return choicesOf(language, { kind, field })[value] ?? value;
}

/** With the id of the field to go to. */
export type FieldMessage = { readonly fieldId: string; readonly message: string; readonly sentence: string };

/** Every problem as a sentence, and once more with the name of its field in front. */
export function fieldMessages(
	problems: readonly FieldProblem[],
	{ language, kind, reasonLabel }: { readonly language: Language; readonly kind: RecordKind; readonly reasonLabel: string }
): readonly FieldMessage[] {
	return inOrderOfPage(problems, kind).map((problem) => {
		const { field } = problem;
		const sentence = fieldSentence(language, problem);
		const name = field === 'reason' ? reasonLabel : nameInSummary(language, kind, field);
		return { fieldId: field, sentence, message: `${name}${markAfter(name)} ${sentence}` };
	});
}

/** What is wrong with a field, as a sentence. */
export function fieldSentence(language: Language, { code, detail }: Pick<FieldProblem, 'code' | 'detail'>): string {
	const { choices, problems } = textsFor(language).evidenceFields;
	const parts: Words = choices.confidenceFields;
	return problems.fields[code](code === 'confidence-missing' ? (parts[detail] ?? detail) : detail);
}

/** Between a name and the sentence about it: a name that ends a sentence itself needs no colon. */
export function markAfter(name: string): '' | ':' {
	return /[?!.]$/.test(name) ? '' : ':';
}

/** The address of a new record stands first, the reason last. */
function inOrderOfPage(problems: readonly FieldProblem[], kind: RecordKind): readonly FieldProblem[] {
	const names = ['id', ...recordFields[kind].map(({ name }) => name)];
	const placeOf = ({ field }: FieldProblem) => {
		const place = names.findIndex((name) => field === name || field.startsWith(`${name}.`));
		return place < 0 ? names.length : place;
	};
	return problems.toSorted((left, right) => placeOf(left) - placeOf(right));
}

function nameInSummary(language: Language, kind: RecordKind, field: string): string {
	const { form, conflict } = textsFor(language).evidenceEditing;
	if (field === 'id') return form.idLabel;
	const [, name = field, part] = /^(?:choice\.)?(.*?)(?:\.(da|en))?$/.exec(field) ?? [];
	if (name === 'record') return conflict.title;
	const [whole = name] = /^(studies|confidence)\./.exec(name) === null ? [name] : name.split('.');
	const label = fieldLabel(language, { kind, field: whole });
	return part === undefined ? label : `${label} (${(part === 'da' ? form.danish : form.english).toLowerCase()})`;
}

function choicesOf(language: Language, { kind, field }: Field): Words {
	const { evidenceFields, evidenceStatus, knowledge, ui } = textsFor(language);
	switch (`${kind} ${field}`) {
		case 'finding kind':
			return knowledge.finding.kinds;
		case 'finding direction':
			return evidenceFields.choices.direction;
		case 'finding certainty':
			return ui.evidence.certainty;
		case 'study status':
			return evidenceStatus.statuses;
		case 'study design':
			return Object.fromEntries(Object.entries(knowledge.designs).map(([design, { name }]) => [design, name]));
		case 'study publicationType':
			return evidenceFields.choices.publicationType;
		case 'study role':
			return evidenceFields.choices.role;
		case 'intervention level':
			return ui.evidence.level;
		default:
			return {};
	}
}
