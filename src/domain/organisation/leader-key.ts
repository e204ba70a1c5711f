// How a leader is recognised again in the next file: employee number, else e-mail, else (weakly) name and unit.
import { foldName } from './fold-text.ts';

export type LeaderKeyKind = 'number' | 'e-mail' | 'name';

/**
 * The key of a leader: the employee number as written, else the e-mail in lower case, else `name: …` with name and unit.
 * The last is weak: it does not survive a new name or a move, and two leaders of one name in one unit cannot be told apart.
 */
export function leaderKey(leader: {
	readonly number: string | null;
	readonly email: string | null;
	readonly name: string;
	readonly unitName: string;
}): string {
	if (leader.number !== null) return leader.number;
	return leader.email ?? `name: ${foldName(leader.name)} / ${foldName(leader.unitName)}`;
}

/** Which of the three a key is. */
export function leaderKeyKind(key: string): LeaderKeyKind {
	if (key.startsWith('name: ')) return 'name';
	return key.includes('@') ? 'e-mail' : 'number';
}
