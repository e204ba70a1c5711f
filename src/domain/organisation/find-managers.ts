// Whom a row means by its manager: an e-mail, an employee number or a name that only one leader has.
import { foldName } from './fold-text.ts';
import { firstFew, type ImportProblem } from './import-problem.ts';
import { leaderKeyKind } from './leader-key.ts';
import type { Leader } from './organisation.ts';
import type { LeaderDraft, Reference } from './row-drafts.ts';

/** A leader of the file, with the row and, where known from before, who it was. */
export type Person = { readonly leader: Leader; readonly draft: LeaderDraft; readonly before: Leader | null };

type Candidate = { readonly id: string; readonly line: number | null };
type Lookup = ReadonlyMap<string, readonly Candidate[]>;
type Lookups = { readonly email: Lookup; readonly number: Lookup; readonly name: Lookup };

/**
 * Finds the managers that rows state, among the file's leaders first and those known before second.
 * Returns leader id → manager id, null where the statement is a problem; a leader whose row states none is absent.
 */
export function findManagers(
	people: readonly Person[],
	known: readonly Leader[],
	problems: ImportProblem[]
): Map<string, string | null> {
	const inFile = lookupsOf(
		people.map(({ leader, draft }) => ({
			id: leader.id,
			line: draft.line,
			name: draft.name,
			email: draft.email,
			number: draft.number
		}))
	);
	const before = lookupsOf(
		known.map(({ id, name, email, key }) => ({
			id,
			line: null,
			name,
			email,
			number: leaderKeyKind(key) === 'number' ? key : null
		}))
	);
	const found = new Map<string, string | null>();
	for (const { leader, draft } of people) {
		const reference = draft.manager;
		if (reference === null) continue;
		const candidates = lookUp(inFile, reference) ?? lookUp(before, reference) ?? [];
		const [only] = candidates;
		const isClear = candidates.length === 1 && only !== undefined && only.id !== leader.id;
		found.set(leader.id, isClear ? only.id : null);
		if (isClear) continue;
		const { line, column, text: manager } = reference;
		if (only === undefined) {
			problems.push({ line, column, code: 'manager-unknown', detail: { manager } });
		} else if (candidates.length > 1) {
			// Two leaders with one e-mail are a problem of their own rows, told there.
			if (manager.includes('@')) continue;
			const lines = firstFew(candidates).flatMap((candidate) => candidate.line ?? []);
			problems.push({ line, column, code: 'manager-ambiguous', detail: { manager, lines } });
		} else {
			problems.push({ line, column, code: 'manager-self', detail: { name: leader.name } });
		}
	}
	return found;
}

function lookupsOf(
	people: readonly (Candidate & {
		readonly name: string;
		readonly email: string | null;
		readonly number: string | null;
	})[]
): Lookups {
	return {
		email: Map.groupBy(people, (person) => person.email ?? ''),
		number: Map.groupBy(people, (person) => foldName(person.number ?? '')),
		name: Map.groupBy(people, (person) => foldName(person.name))
	};
}

function lookUp(lookups: Lookups, { text, by }: Reference): readonly Candidate[] | null {
	const folded = foldName(text);
	if (by === 'email' || folded.includes('@')) return lookups.email.get(folded) ?? null;
	const byNumber = lookups.number.get(folded);
	if (by === 'number' || byNumber !== undefined) return byNumber ?? null;
	return lookups.name.get(folded) ?? lookups.name.get(turned(folded)) ?? null;
}

/** "larsen, anne" as "anne larsen". */
function turned(name: string): string {
	const [last = '', first = '', ...rest] = name.split(',');
	return rest.length > 0 || first === '' ? name : `${first.trim()} ${last.trim()}`;
}
