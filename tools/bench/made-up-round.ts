// A round in a synthetic region, written straight into a database: open with ballots handed out, or closed with answers.
import type { Instrument } from '#domain/instrument/instrument.ts';
import { publicKeyOf } from '#server/ballots/answer-seal.ts';
import { roundSecretBytes } from '#server/ballots/round-keys.ts';
import { makeSigningKeyPair } from '#server/ballots/signing-keys.ts';
import { openContext, type RunningContext } from '#server/context.ts';
import { insertOrganisation } from '#server/database/organisations.ts';
import type { NewRound } from '#server/database/rounds.ts';
import { buildRegion } from '#server/demonstration/build-region.ts';
import { simulatePlan } from '#server/demonstration/planned-answers.ts';
import { writeClosedRound, writeOpenRound as writeOpenRoundInto } from '#server/demonstration/write-rounds.ts';
import { silentLog } from '#server/log/log.ts';
import { readSettings } from '#server/settings.ts';
import { freezeManifest } from '#server/use-cases/rounds/continue-opening.ts';
import { planRoundGroups } from '#server/use-cases/rounds/plan-round-groups.ts';

export const benchOrganisation = '5b1e7c1a-0000-4000-8000-000000000001';

export type Place = { readonly dataDirectory: string; readonly databaseUrl: string | null };

export async function openBenchContext({ dataDirectory, databaseUrl }: Place): Promise<RunningContext> {
	const outcome = readSettings({
		DATA_DIR: dataDirectory,
		...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl })
	});
	if (outcome.kind === 'wrong') throw new Error('the settings of the benchmark are wrong');
	return openContext(outcome.settings, silentLog);
}

/** An open round as a client of the answer house sees it, with the keys that sign ballots, so that none need be collected. */
export type OpenBenchRound = {
	readonly roundId: string;
	/** base64url. */
	readonly manifest: string;
	/** `signingKey`: PKCS #8 as base64url. */
	readonly groups: readonly { readonly id: string; readonly signingKey: string }[];
};

export async function writeOpenRound(place: Place): Promise<OpenBenchRound> {
	const running = await openBenchContext(place);
	try {
		const { context } = running;
		const instrument = instrumentOf(running);
		const region = buildRegion({ seed: 1, leaders: 300 });
		const { units, plan } = planRoundGroups(region, {
			scopeUnitId: null,
			minimumInvited: 8,
			organisationName: 'Bench'
		});
		if (plan.kind !== 'planned') throw new Error('the region of the benchmark is too small');
		const { groups } = plan;
		const round: NewRound = {
			...roundOf(context.randomId(), instrument),
			source: 'ballots',
			closingAt: null,
			closedAt: null
		};
		const signingKeys = await Promise.all(groups.map(() => makeSigningKeyPair()));
		const secret = context.randomBytes(roundSecretBytes);
		context.roundKeys.write(round.id, secret);
		const answersKey = await publicKeyOf(secret);
		await insertOrganisation(context.db, {
			id: benchOrganisation,
			name: 'Bench',
			isDemonstration: false,
			createdAt: new Date()
		});
		let manifest = '';
		await context.db.transaction().execute((db) =>
			writeOpenRoundInto(db, {
				round,
				units,
				groups,
				answers: [],
				randomBytes: context.randomBytes,
				secret: context.randomBytes(32),
				tokenHashOf: () => context.randomBytes(32),
				answersKey,
				signingKeys,
				freeze: async (inside) => {
					const frozen = await freezeManifest(inside, { round, organisationName: 'Bench' });
					manifest = frozen.manifestHash;
					return manifest;
				},
				seal: () => Promise.reject(new Error('nobody has answered'))
			})
		);
		return {
			roundId: round.id,
			manifest,
			groups: groups.flatMap(({ id }, index) => {
				const own = signingKeys[index];
				return own === undefined ? [] : [{ id, signingKey: Buffer.from(own.privateKey).toString('base64url') }];
			})
		};
	} finally {
		await running.close();
	}
}

export type WrittenRound = {
	readonly roundId: string;
	readonly leaders: number;
	readonly units: number;
	readonly responses: number;
	readonly groups: number;
};

/** Several closed rounds of one region, each with a response of every leader. */
export async function writeClosedRounds(
	place: Place,
	wanted: { readonly leaders: number; readonly count: number }
): Promise<readonly WrittenRound[]> {
	const running = await openBenchContext(place);
	try {
		const { context } = running;
		const instrument = instrumentOf(running);
		const region = buildRegion({ seed: 1, leaders: wanted.leaders });
		const { units, plan } = planRoundGroups(region, {
			scopeUnitId: null,
			minimumInvited: 8,
			organisationName: 'Bench'
		});
		if (plan.kind !== 'planned') throw new Error('the region of the benchmark is too small');
		await insertOrganisation(context.db, {
			id: benchOrganisation,
			name: 'Bench',
			isDemonstration: false,
			createdAt: new Date()
		});
		const written: WrittenRound[] = [];
		for (let number = 0; number < wanted.count; number++) {
			const answers = simulatePlan({ instrument, units, groups: plan.groups, seed: 1 + number, responseShare: 1 });
			const round = roundOf(context.randomId(), instrument);
			await context.db
				.transaction()
				.execute((db) =>
					writeClosedRound(db, { round, units, groups: plan.groups, answers, randomBytes: context.randomBytes })
				);
			written.push({
				roundId: round.id,
				leaders: region.leaders.length,
				units: units.length,
				responses: answers.length,
				groups: plan.groups.length
			});
		}
		return written;
	} finally {
		await running.close();
	}
}

function instrumentOf({ context }: RunningContext): Instrument {
	const instrument = context.instruments.find((one) => one.id === 'ledertrivsel-1');
	if (instrument === undefined) throw new Error('the benchmark asks with ledertrivsel-1, which is gone');
	return instrument;
}

function roundOf(id: string, instrument: Instrument): NewRound {
	const now = new Date();
	const day = now.toISOString().slice(0, 10);
	return {
		organisationId: benchOrganisation,
		id,
		name: 'Bench',
		source: 'simulated',
		instrumentId: instrument.id,
		instrumentVersion: instrument.version,
		scopeUnitId: null,
		minimumInvited: 8,
		threshold: 5,
		opensOn: day,
		closesOn: day,
		createdAt: now,
		openedAt: now,
		remindedAt: null,
		closedAt: now,
		releasedAt: null,
		keyCustody: 'file',
		preparingAt: null,
		closingAt: now,
		keyMissingAt: null,
		unreadable: null
	};
}
