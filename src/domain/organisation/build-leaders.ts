// From rows to leaders with their managers, with doubles, unknown managers and circles reported.
import type { BuiltUnits } from './build-units.ts';
import { findCircles } from './chains.ts';
import { deriveManagers } from './derive-managers.ts';
import { findManagers, type Person } from './find-managers.ts';
import { foldName } from './fold-text.ts';
import { firstFew } from './import-problem.ts';
import type { ImportNotice, ImportProblem } from './import-problem.ts';
import { leaderKey } from './leader-key.ts';
import { matchLeaders } from './match-leaders.ts';
import type { Leader } from './organisation.ts';
import type { LeaderDraft } from './row-drafts.ts';
import { freeId, stableId } from './stable-id.ts';

export type LeaderBuilding = {
	readonly tree: BuiltUnits;
	/** Leaders known before, who stay where the file does not name them; empty for a complete file. */
	readonly known: readonly Leader[];
	/** False where the file has no column for the manager. */
	readonly declaresManagers: boolean;
	/** Heading of the e-mail and of the employee number column, for problems that name them. */
	readonly columns: { readonly email: string | null; readonly number: string | null };
	readonly headingLine: number;
};

type Report = { readonly problems: ImportProblem[]; readonly notices: ImportNotice[] };

/** Builds the leaders of the rows and joins those known before. Rows without a known unit give no leader. */
export function buildLeaders(drafts: readonly LeaderDraft[], options: LeaderBuilding, report: Report): Leader[] {
	reportDoubles(drafts, options, report.problems);
	const people = makePeople(drafts, options, report);
	const inFile = new Set(people.map((person) => person.before?.id));
	const known = options.known.filter((leader) => !inFile.has(leader.id));
	reportTaken(people, known, { column: options.columns.email, problems: report.problems });
	const stated = findManagers(people, known, report.problems);
	const derived = deriveManagers(options.tree.units, [...people.map((person) => person.leader), ...known]);
	let derivedCount = 0;
	const managerOf = new Map<string, string | null>();
	for (const { leader, draft, before } of people) {
		const manager = stated.get(leader.id);
		if (manager !== undefined) {
			managerOf.set(leader.id, manager);
		} else if (!options.declaresManagers && before !== null && before.unitId === leader.unitId) {
			managerOf.set(leader.id, before.managerId);
		} else {
			const found = derived(leader.unitId);
			managerOf.set(leader.id, found?.id ?? null);
			if (found === null) continue;
			derivedCount++;
			if (!options.declaresManagers) continue;
			const detail = { name: leader.name, manager: found.name };
			report.notices.push({ line: draft.line, column: null, code: 'manager-derived', detail });
		}
	}
	if (!options.declaresManagers && derivedCount > 0) {
		const detail = { leaders: derivedCount };
		report.notices.push({ line: options.headingLine, column: null, code: 'managers-derived', detail });
	}
	const joined = people.map(({ leader }): Leader => ({ ...leader, managerId: managerOf.get(leader.id) ?? null }));
	return cutCircles([...joined, ...known], people, report.problems);
}

function makePeople(drafts: readonly LeaderDraft[], options: LeaderBuilding, report: Report): Person[] {
	const made = new Map<string, { readonly leader: Leader; readonly draft: LeaderDraft }>();
	for (const draft of drafts) {
		const unit = draft.unit === null ? undefined : options.tree.unitOf.get(draft.unit);
		if (unit === undefined) continue;
		const email = draft.isEmailValid ? draft.email : null;
		const key = leaderKey({ number: draft.number, email, name: draft.name, unitName: unit.name });
		const id = idOf(draft, email, unit.id);
		const { line, name, level, profession, span } = draft;
		if (draft.number === null && draft.email === null && name !== '') {
			report.notices.push({ line, column: null, code: 'leader-weak-key', detail: { name } });
		}
		if (made.has(id)) {
			const lines = [made.get(id)?.draft.line ?? line, line];
			const isTold = draft.number !== null || draft.email !== null || name === '';
			if (!isTold) report.problems.push({ line, column: null, code: 'leader-repeated', detail: { name, lines } });
			continue;
		}
		made.set(id, {
			draft,
			leader: { id, key, name, email, unitId: unit.id, managerId: null, level, profession, span }
		});
	}
	const imported = Array.from(made.values(), ({ leader }) => leader);
	const matched = matchLeaders({ current: options.known, imported, unitId: (id) => id });
	const taken = new Set(options.known.map((leader) => leader.id));
	return Array.from(made.values(), ({ leader, draft }): Person => {
		const before = matched.get(leader.id) ?? null;
		return { draft, before, leader: { ...leader, id: before?.id ?? freeId(leader.id, taken) } };
	});
}

function idOf(draft: LeaderDraft, email: string | null, unitId: string): string {
	if (draft.number !== null) return stableId('l', ['number', foldName(draft.number)]);
	return stableId('l', email === null ? ['name', foldName(draft.name), unitId] : ['e-mail', email]);
}

function reportDoubles(drafts: readonly LeaderDraft[], { columns }: LeaderBuilding, problems: ImportProblem[]): void {
	for (const group of repeated(drafts, (draft) => (draft.number === null ? null : foldName(draft.number)))) {
		const detail = { employeeNumber: group[0]?.number ?? '', lines: firstFew(group).map((draft) => draft.line) };
		for (const { line } of group) {
			problems.push({ line, column: columns.number, code: 'employee-number-repeated', detail });
		}
	}
	for (const group of repeated(drafts, (draft) => draft.email)) {
		if (new Set(group.map((draft) => draft.number ?? draft)).size < 2) continue;
		const detail = { email: group[0]?.email ?? '', lines: firstFew(group).map((draft) => draft.line) };
		for (const { line } of group) problems.push({ line, column: columns.email, code: 'email-repeated', detail });
	}
}

function repeated(drafts: readonly LeaderDraft[], key: (draft: LeaderDraft) => string | null): LeaderDraft[][] {
	const groups = Map.groupBy(drafts, key);
	groups.delete(null);
	return Array.from(groups.values()).filter((group) => group.length > 1);
}

function reportTaken(
	people: readonly Person[],
	known: readonly Leader[],
	{ column, problems }: { readonly column: string | null; readonly problems: ImportProblem[] }
): void {
	const byEmail = new Map(known.flatMap((leader) => (leader.email === null ? [] : [[leader.email, leader] as const])));
	for (const { leader, draft } of people) {
		const other = leader.email === null ? undefined : byEmail.get(leader.email);
		if (other === undefined) continue;
		const detail = { email: other.email ?? '', name: other.name };
		problems.push({ line: draft.line, column, code: 'email-taken', detail });
	}
}

function cutCircles(leaders: readonly Leader[], people: readonly Person[], problems: ImportProblem[]): Leader[] {
	const byId = new Map(leaders.map((leader) => [leader.id, leader]));
	const personById = new Map(people.map((person) => [person.leader.id, person]));
	const cut = new Set<string>();
	for (const circle of findCircles(leaders, (leader) => byId.get(leader.managerId ?? '') ?? null)) {
		const inFile = circle.flatMap((leader) => personById.get(leader.id) ?? []);
		const lines = inFile.map(({ draft }) => draft.line).sort((a, b) => a - b);
		const detail = { names: firstFew(circle).map((leader) => leader.name), lines: firstFew(lines) };
		for (const { draft } of inFile) {
			problems.push({ line: draft.line, column: draft.manager?.column ?? null, code: 'manager-cycle', detail });
		}
		for (const leader of circle) cut.add(leader.id);
	}
	return leaders.map((leader) => (cut.has(leader.id) ? { ...leader, managerId: null } : leader));
}
