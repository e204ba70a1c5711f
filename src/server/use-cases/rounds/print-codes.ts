// Letters with codes for leaders who get no mail. The code is the one of the mailed link, so a leader with both still
// answers once; nothing here depends on who has collected. Links are made only when they are asked for.
import { answeringMinutes } from '#domain/instrument/answering-minutes.ts';
import { formatCode, hashInFours, writeFragment } from '#domain/ballot/code.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findInvitationSecret } from '#server/database/invitations.ts';
import { findManifest } from '#server/database/manifests.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { listInvitedByUnit, type LeaderInUnit } from '#server/database/printed-codes.ts';
import { findRound, listRoundUnits, type StoredUnit } from '#server/database/rounds.ts';
import { findInstrument } from './find-instrument.ts';
import { invitationToken } from '../ballots/invitation-token.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

/** For whom; `unit` takes the units below it along. */
export type PrintedFor =
	| { readonly kind: 'without-email' }
	| { readonly kind: 'everybody' }
	| { readonly kind: 'unit'; readonly unitId: string };

export type PrintedLetter = {
	readonly name: string;
	readonly unit: string;
	/** In groups of four. */
	readonly code: string;
	/** The whole personal address, for the QR code. */
	readonly link: string;
};

export type PrintCodesOutcome =
	| {
			readonly kind: 'letters';
			readonly round: { readonly id: string; readonly name: string; readonly closesOn: string };
			readonly organisationName: string;
			/** How long it takes to answer, about. */
			readonly minutes: number;
			readonly threshold: number;
			/** 64 hexadecimal digits in groups of four. */
			readonly manifestHash: string;
			readonly publicUrl: string;
			readonly choice: PrintChoice;
			/** Empty before somebody has chosen for whom. */
			readonly letters: readonly PrintedLetter[];
	  }
	| { readonly kind: 'too-many'; readonly letters: number; readonly most: number; readonly choice: PrintChoice }
	/** Codes are made when the round opens, and worth nothing after the close. */
	| { readonly kind: 'not-open' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

/** How many letters each choice would print. */
export type PrintChoice = {
	readonly everybody: number;
	readonly withoutEmail: number;
	/** Units with invited leaders in them or below them, by name. */
	readonly units: readonly {
		readonly id: string;
		readonly name: string;
		/** Empty at the top. */
		readonly parentName: string;
		readonly letters: number;
	}[];
};

/** A page that a browser can still print in one go. */
const mostLetters = 500;

/** `printedFor` null: only the choice. */
export async function printCodes(
	context: Pick<Context, 'db' | 'settings' | 'log' | 'instruments'>,
	actor: Actor,
	input: { readonly roundId: string; readonly printedFor: PrintedFor | null }
): Promise<PrintCodesOutcome> {
	if (!isAllowed('print-codes', actor) || actor.kind === 'visitor') return forbidden;
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const round = isUuid(input.roundId) ? await findRound(context.db, key) : null;
	if (round === null) return { kind: 'unknown-round' };
	if (round.openedAt === null || round.closingAt !== null || round.closedAt !== null) return { kind: 'not-open' };
	const secret = await findInvitationSecret(context.db, key);
	const manifest = await findManifest(context.db, key);
	if (secret === null || manifest === null) return { kind: 'not-open' };

	const leaders = await listInvitedByUnit(context.db, key);
	const units = await listRoundUnits(context.db, key);
	const choice = choiceOf(leaders, units);
	const chosen = chosenLeaders(leaders, units, input.printedFor);
	if (chosen.length > mostLetters) return { kind: 'too-many', letters: chosen.length, most: mostLetters, choice };
	const manifestHash = Buffer.from(manifest.hash).toString('base64url');
	const { publicUrl } = context.settings;
	const letters = chosen.map(({ leaderId, name, unitName }) => {
		const token = invitationToken(secret, leaderId);
		const link = `${publicUrl}/answer/${round.id}#${writeFragment({ token, manifestHash })}`;
		return { name, unit: unitName, code: formatCode(token), link };
	});
	// That links were shown is on record; whose they were is not.
	if (letters.length > 0) context.log.info('codes printed', { roundId: round.id, letters: letters.length });
	const organisation = await findOrganisation(context.db, key.organisationId);
	return {
		kind: 'letters',
		round: { id: round.id, name: round.name, closesOn: round.closesOn },
		organisationName: organisation?.name ?? '',
		minutes: answeringMinutes(await findInstrument(context, round)),
		threshold: round.threshold,
		manifestHash: hashInFours(manifestHash),
		publicUrl,
		choice,
		letters
	};
}

function chosenLeaders(
	leaders: readonly LeaderInUnit[],
	units: readonly StoredUnit[],
	printedFor: PrintedFor | null
): readonly LeaderInUnit[] {
	switch (printedFor?.kind) {
		case undefined:
			return [];
		case 'everybody':
			return leaders;
		case 'without-email':
			return leaders.filter((leader) => !leader.hasEmail);
		case 'unit': {
			const above = unitsAbove(units);
			return leaders.filter((leader) => above(leader.unitId).includes(printedFor.unitId));
		}
	}
}

function choiceOf(leaders: readonly LeaderInUnit[], units: readonly StoredUnit[]): PrintChoice {
	const above = unitsAbove(units);
	const nameOf = new Map(units.map((unit) => [unit.id, unit.name]));
	const lettersOf = new Map<string, number>();
	for (const leader of leaders) for (const id of above(leader.unitId)) lettersOf.set(id, (lettersOf.get(id) ?? 0) + 1);
	return {
		everybody: leaders.length,
		withoutEmail: leaders.filter((leader) => !leader.hasEmail).length,
		units: units
			.flatMap(({ id, name, parentId }) => {
				const letters = lettersOf.get(id) ?? 0;
				const parentName = nameOf.get(parentId ?? '') ?? '';
				return letters === 0 ? [] : [{ id, name, parentName, letters }];
			})
			.sort((one, other) => one.name.localeCompare(other.name, 'da'))
	};
}

/** A unit and all that it lies in, as the round froze them; a leader who has moved to a new unit is in that one alone. */
function unitsAbove(units: readonly StoredUnit[]): (unitId: string) => readonly string[] {
	const parentOf = new Map(units.map((unit) => [unit.id, unit.parentId]));
	return (unitId) => {
		const path: string[] = [];
		for (let id: string | null = unitId; id !== null; id = parentOf.get(id) ?? null) path.push(id);
		return path;
	};
}
