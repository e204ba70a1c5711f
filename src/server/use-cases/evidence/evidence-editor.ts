// What saving, going back and publishing share: who did it, and why.
import type { FieldProblem } from '#domain/evidence/edit/form-values.ts';
import type { Actor } from '#server/actor.ts';

const longestReason = 1000;

export function editorName(actor: Exclude<Actor, { kind: 'visitor' }>): string {
	return actor.kind === 'person' ? actor.name : 'system';
}

export function problemsOfReason(reason: string, field = 'reason'): readonly FieldProblem[] {
	if (reason === '') return [{ field, code: 'missing', detail: '' }];
	return reason.length > longestReason ? [{ field, code: 'too-long', detail: `${longestReason}` }] : [];
}
