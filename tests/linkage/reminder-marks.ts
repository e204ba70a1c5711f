// What a reminder left behind: rows that name a leader who had not collected when it was sent, and that were not there before.
import type { Evidence, Row } from './evidence.ts';

/** Whether somebody has collected is what the attack itself works with; it is forgotten at the close. */
const about = new Set(['invitations']);

/**
 * Tables that, at the end, say of some leaders that they were reminded, with how many. `reminderNight`: the first dump after the
 * reminder. Names are looked for in every column: addresses, and identifiers of leaders.
 */
export function findReminderMarks(evidence: Evidence, reminderNight: number): readonly string[] {
	const before = evidence.dumps.find(({ night }) => night === reminderNight - 1);
	const last = evidence.dumps.at(-1);
	if (before === undefined || last === undefined) throw new Error('a night is missing');
	const collected = new Set(
		before.tables['invitations']?.flatMap(({ values }) =>
			values['is_collected'] === 't' ? [values['leader_id'] ?? ''] : []
		)
	);
	const missing = (before.tables['leaders'] ?? []).flatMap(({ values }) => {
		const id = values['leader_id'] ?? '';
		return collected.has(id) ? [] : [id, values['email'] ?? ''];
	});
	const names = new Set(missing.filter((name) => name !== ''));
	const isNamed = ({ values }: Row) => Object.values(values).some((value) => value !== null && names.has(value));
	return Object.entries(last.tables).flatMap(([table, rows]) => {
		if (about.has(table)) return [];
		const old = new Set((before.tables[table] ?? []).map(textOf));
		const marks = rows.filter((row) => isNamed(row) && !old.has(textOf(row)));
		return marks.length === 0 ? [] : [`${table}: ${marks.length}`];
	});
}

function textOf({ values }: Row): string {
	return JSON.stringify(values);
}
