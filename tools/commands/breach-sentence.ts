import type { ReleaseBreach } from '#domain/disclosure/audit-releases.ts';

/** One breach in a line: what kind, where, and how many people it concerns. */
export function breachSentence({ kind, group, scale, statistic, n }: ReleaseBreach): string {
	const what = [scale, statistic].filter((part) => part !== null).join(' ');
	return `${kind} in group ${group}${what === '' ? '' : `, ${what}`}: ${n} respondents`;
}
