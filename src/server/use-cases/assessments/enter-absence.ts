// Sickness absence of a set of leaders, refused where it, or what follows from all that was ever entered, speaks of few of them.
import { daysIn, offQuarter } from '#domain/work-environment/absence-period.ts';
import { checkAbsenceSet, countedLeaders, type AbsenceVerdict } from '#domain/work-environment/absence-sets.ts';
import { groupKey, leadersBelow, unitKey } from '#domain/work-environment/roster-sets.ts';
import { roundedDays } from '#domain/work-environment/rounded-days.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { insertAbsenceEntry, listAbsenceEntries, type AbsenceEntry } from '#server/database/absence-entries.ts';
import { holdOrganisation, readOrganisation } from '#server/database/organisations.ts';
import { absenceRules } from './absence-rules.ts';
import { todayOf } from './assessment-facts.ts';
import { isDay } from '../calendar-day.ts';
import { groupsOfLatestRound } from '../rounds/groups-of-latest-round.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type AbsenceInput = {
	/** `unit:<id>` (with all units below) or `group:<id>` of the latest round; several are put together. Ignored for a correction. */
	readonly setKeys: readonly string[];
	/** All of those who were there before the period began, together, as people write numbers. */
	readonly days: string;
	readonly from: string;
	readonly to: string;
	/** The entry whose figure is corrected, of the same leaders and the same period; empty for none. */
	readonly corrects: string;
};

export type AbsenceProblem = {
	readonly code:
		| 'set-missing'
		| 'days-missing'
		| 'days-too-many'
		| 'from-missing'
		| 'to-missing'
		| 'period-backwards'
		/** It does not begin and end with a calendar quarter. */
		| 'period-not-quarters'
		| 'day-in-future'
		| 'unknown-entry';
	readonly field: 'sets' | 'days' | 'from' | 'to' | null;
};

export type EnterAbsenceOutcome =
	| { readonly kind: 'entered'; readonly entryId: string }
	| { readonly kind: 'refused'; readonly verdict: Exclude<AbsenceVerdict, { kind: 'safe' }> }
	| { readonly kind: 'faulty'; readonly problems: readonly AbsenceProblem[] }
	| Forbidden;

type ChosenSet = Pick<AbsenceEntry, 'setKeys' | 'setName' | 'leaders' | 'from' | 'to'>;

export async function enterAbsence(context: Context, actor: Actor, input: AbsenceInput): Promise<EnterAbsenceOutcome> {
	if (!isAllowed('enter-absence', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	// Two who enter at once take turns: each alone could be safe, and both together not.
	return context.db.transaction().execute(async (db): Promise<EnterAbsenceOutcome> => {
		await holdOrganisation(db, organisationId);
		const earlier = await listAbsenceEntries(db, organisationId);
		const corrected = earlier.find((entry) => entry.id === input.corrects && entry.withdrawnAt === null) ?? null;
		const problems: AbsenceProblem[] = [];
		if (input.corrects !== '' && corrected === null) problems.push({ code: 'unknown-entry', field: null });
		const set = corrected ?? (await chosenSet({ ...context, db }, organisationId, input));
		if (set.setKeys.length === 0) problems.push({ code: 'set-missing', field: 'sets' });
		const days = numberIn(input.days);
		if (days === null) problems.push({ code: 'days-missing', field: 'days' });
		if (corrected === null) problems.push(...periodProblems(input, todayOf(context)));
		if (problems.length > 0 || days === null) return { kind: 'faulty', problems };
		const rules = await absenceRules({ db }, organisationId);
		const verdict = checkAbsenceSet(set, earlier, rules);
		if (verdict.kind !== 'safe') return { kind: 'refused', verdict };
		const counted = countedLeaders(set, rules.wasThere);
		if (days > counted * daysIn(set)) {
			return { kind: 'faulty', problems: [{ code: 'days-too-many', field: 'days' }] };
		}
		const entryId = context.randomId();
		await insertAbsenceEntry(db, organisationId, {
			id: entryId,
			setName: set.setName,
			setKeys: set.setKeys,
			leaders: set.leaders,
			counted,
			from: set.from,
			to: set.to,
			daysPerLeader: roundedDays(days, counted, daysIn(set)),
			enteredAt: context.now(),
			enteredBy: actor.kind === 'person' ? actor.name : 'system',
			corrects: corrected?.id ?? null,
			withdrawnAt: null
		});
		return { kind: 'entered', entryId };
	});
}

async function chosenSet(
	context: Pick<Context, 'db'>,
	organisationId: string,
	{ setKeys, from, to }: AbsenceInput
): Promise<ChosenSet> {
	const { units, leaders } = await readOrganisation(context.db, organisationId);
	const below = leadersBelow(units, leaders);
	const groups = await groupsOfLatestRound(context, organisationId, leaders);
	const known = new Map([
		...units.map((unit) => [unitKey(unit.id), { name: unit.name, leaders: below.get(unit.id) ?? [] }] as const),
		...groups.map((group) => [groupKey(group.id), { name: group.name, leaders: group.leaders }] as const)
	]);
	const chosen = [...new Set(setKeys)].flatMap((key) => {
		const found = known.get(key);
		return found === undefined ? [] : [{ key, ...found }];
	});
	return {
		setKeys: chosen.map(({ key }) => key),
		setName: chosen
			.map(({ name }) => name)
			.join(' + ')
			.slice(0, 1000),
		leaders: [...new Set(chosen.flatMap((one) => one.leaders))].toSorted(),
		from,
		to
	};
}

function periodProblems({ from, to }: AbsenceInput, today: string): AbsenceProblem[] {
	const problems: AbsenceProblem[] = [];
	if (!isDay(from)) problems.push({ code: 'from-missing', field: 'from' });
	if (!isDay(to)) problems.push({ code: 'to-missing', field: 'to' });
	if (problems.length > 0) return problems;
	if (to < from) return [{ code: 'period-backwards', field: 'to' }];
	if (to > today) return [{ code: 'day-in-future', field: 'to' }];
	const off = offQuarter({ from, to });
	return off === null ? [] : [{ code: 'period-not-quarters', field: off }];
}

/** "84", "84,5" and "1.200" as Danes write them; null for anything else. */
function numberIn(text: string): number | null {
	const plain = text
		.trim()
		.replace(/\.(?=\d{3}(\D|$))/g, '')
		.replace(',', '.');
	return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
