// An organisation over time: a trial with another questionnaire, imported figures, a closed and released round, an open one,
// and one that is planned. Written straight into the database: nobody has answered.
import type { Instrument } from '#domain/instrument/instrument.ts';
import type { Context } from '#server/context.ts';
import { insertOrganisation } from '#server/database/organisations.ts';
import { insertRelease } from '#server/database/releases.ts';
import { insertRound, insertRoundGroups, type NewRound } from '#server/database/rounds.ts';

export type TwoRounds = {
	readonly instrument: Instrument;
	/** Ids of rounds: closed and released, open, not yet open. */
	readonly spring: string;
	readonly autumn: string;
	readonly planned: string;
	/** The questionnaire of the trial, which is not among the project's. */
	readonly trialInstrument: Instrument;
};

export async function addTwoRounds(
	context: Pick<Context, 'db' | 'instruments' | 'randomId' | 'now'>,
	{ hasTrial = true }: { readonly hasTrial?: boolean } = {}
): Promise<TwoRounds> {
	const instrument = context.instruments.find((one) => one.id === 'ledertrivsel-1');
	if (instrument === undefined) throw new Error('there is no instrument ledertrivsel-1');
	const trialInstrument = { ...instrument, id: 'another' };
	const organisationId = context.randomId();
	const { db } = context;
	await insertOrganisation(db, {
		id: organisationId,
		name: 'Hospitalet',
		isDemonstration: false,
		createdAt: context.now()
	});
	const add = async (name: string, day: number, more: Partial<NewRound> = {}) => {
		const at = (days: number) => new Date(Date.UTC(2026, 0, day + days));
		const id = context.randomId();
		await insertRound(db, {
			organisationId,
			id,
			name,
			source: 'ballots',
			instrumentId: instrument.id,
			instrumentVersion: instrument.version,
			scopeUnitId: null,
			minimumInvited: 8,
			threshold: 5,
			opensOn: '2026-01-01',
			closesOn: '2026-01-14',
			createdAt: at(0),
			openedAt: at(1),
			remindedAt: null,
			closedAt: at(14),
			releasedAt: null,
			...more
		});
		return id;
	};
	if (hasTrial) await add('Prøvemåling', 1, { instrumentId: trialInstrument.id });
	await add('Ældre tal', 20, { source: 'imported' });
	const spring = await add('Forår', 40, { releasedAt: new Date(Date.UTC(2026, 2, 1)) });
	const autumn = await add('Efterår', 200, { closedAt: null });
	const planned = await add('Næste år', 300, { openedAt: null, closedAt: null });
	const key = { organisationId, roundId: spring };
	const group = { id: 'g', name: 'G', unitId: 'u', path: [], pools: [], invited: 8 };
	await insertRoundGroups(db, key, { units: [], reportingGroups: [group], leadershipGroups: [] });
	await insertRelease(db, key, releaseOf(instrument, spring));
	return { instrument, trialInstrument, spring, autumn, planned };
}

/** A spread of 20 and a reliability of 0.8 everywhere; the second scale's spread is only known to lie beyond a bound. */
function releaseOf(instrument: Instrument, roundId: string): Parameters<typeof insertRelease>[2] {
	const scales = instrument.scales.map(({ id }) => ({ id, minimum: 0, maximum: 100 }));
	const cells = scales.flatMap(({ id: scale }, place) => [
		{ scale, statistic: 'alpha', n: 40, value: 0.8, step: 0.01 },
		{ scale, statistic: 'sd', n: 40, value: 20, step: 0.1, ...(place === 1 ? { bound: 'at-least' } : {}) }
	]);
	const group = {
		id: 'all',
		name: 'Hospitalet',
		path: ['Hospitalet'],
		pools: [],
		invited: 50,
		responses: 40,
		kind: 'leaf',
		parent: null,
		units: ['u'],
		reportingGroups: ['g'],
		cells,
		withheld: []
	};
	return {
		releasedAt: new Date(Date.UTC(2026, 2, 1)),
		engine: 'test',
		threshold: 5,
		summary: { engine: 'test', round: roundId, k: 5, scales },
		groups: [{ id: 'all', parentId: null, released: group }]
	};
}
