import { error, fail, redirect } from '@sveltejs/kit';
import { changeRoundClock } from '#server/use-cases/rounds/change-round-clock.ts';
import { closeRound } from '#server/use-cases/rounds/close-round.ts';
import { openBallotBox } from '#server/use-cases/rounds/open-ballot-box.ts';
import { openRound } from '#server/use-cases/rounds/open-round.ts';
import { readRoundClock } from '#server/use-cases/rounds/read-round-clock.ts';
import { readRound } from '#server/use-cases/rounds/read-round.ts';
import { releaseRound } from '#server/use-cases/releases/release-round.ts';
import { remindRound } from '#server/use-cases/rounds/remind-round.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const outcome = await readRound(locals.context, locals.actor, { roundId: params.round });
	switch (outcome.kind) {
		case 'preview':
		case 'round':
			return {
				outcome,
				clock: await clockOf(locals, params.round),
				done: url.searchParams.get('done'),
				count: Number(url.searchParams.get('count') ?? 0)
			};
		case 'unknown-round':
			error(404, { message: 'unknown round', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	open: async ({ locals, params, request }) => {
		const custody = (await request.formData()).get('custody') === 'split' ? 'split' : 'file';
		const outcome = await openRound(locals.context, locals.actor, { roundId: params.round, custody });
		switch (outcome.kind) {
			case 'opened':
				redirect(303, `/rounds/${params.round}/key?done=opened&count=${outcome.invited}`);
			case 'preparing':
				redirect(303, `/rounds/${params.round}/key?done=preparing`);
			case 'list-refused':
				return fail(400, { problem: { kind: 'list-refused' as const, count: 0, least: 0 } });
			case 'no-committee':
				return fail(400, { problem: { kind: 'no-committee' as const, count: 0, least: 0 } });
			case 'already-open':
				return done(params.round, outcome.kind);
			case 'too-few':
				return fail(400, {
					problem: { kind: 'too-few-leaders' as const, count: outcome.leaders, least: outcome.minimumInvited }
				});
			case 'merges-outdated':
				redirect(303, `/rounds/${params.round}/groups`);
			case 'unknown-round':
				error(404, { message: 'unknown round', code: 'not-found' });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	remind: async ({ locals, params }) => {
		const outcome = await remindRound(locals.context, locals.actor, { roundId: params.round });
		switch (outcome.kind) {
			case 'reminded':
			case 'already-reminded':
			case 'not-open':
				return done(params.round, outcome.kind);
			case 'waiting':
				return done(params.round, 'reminder-waits');
			case 'too-late':
				return done(params.round, 'reminder-too-late');
			case 'unknown-round':
				error(404, { message: 'unknown round', code: 'not-found' });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	close: async ({ locals, params }) => {
		const outcome = await closeRound(locals.context, locals.actor, { roundId: params.round });
		switch (outcome.kind) {
			case 'closing':
			case 'key-missing':
			case 'key-split':
			case 'too-many-unreadable':
				redirect(303, `/rounds/${params.round}`);
			case 'closed':
			case 'already-closed':
			case 'not-open':
				return done(params.round, outcome.kind);
			case 'unknown-round':
				error(404, { message: 'unknown round', code: 'not-found' });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	clock: async ({ locals, params, request }) => {
		const form = await request.formData();
		const given = {
			reminderDays: form
				.getAll('reminder')
				.map((day) => String(day).trim())
				.filter((day) => day !== ''),
			closesByItself: form.get('closesByItself') === 'yes',
			closesAfter: String(form.get('closesAfter') ?? '').trim()
		};
		const outcome = await changeRoundClock(locals.context, locals.actor, { roundId: params.round, ...given });
		switch (outcome.kind) {
			case 'changed':
				redirect(303, `/rounds/${params.round}?done=clock`);
			case 'faulty':
				return fail(400, { clock: { problems: outcome.problems, ...given } });
			case 'not-open':
				return done(params.round, outcome.kind);
			case 'unknown-round':
				error(404, { message: 'unknown round', code: 'not-found' });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	box: async ({ locals, params, request }) => {
		const form = await request.formData();
		const typed = { first: String(form.get('first') ?? '').trim(), second: String(form.get('second') ?? '').trim() };
		const words = [typed.first, typed.second].filter((text) => text !== '');
		const acceptsUnreadable = form.get('accept') === 'yes';
		const given = { roundId: params.round, words, acceptsUnreadable };
		const outcome = await openBallotBox(locals.context, locals.actor, given);
		switch (outcome.kind) {
			case 'closed':
			case 'already-closed':
				return done(params.round, outcome.kind);
			case 'not-yet':
			case 'too-many-unreadable':
				redirect(303, `/rounds/${params.round}`);
			case 'words-wrong':
			case 'key-missing':
			case 'key-split':
				return fail(400, {
					typed: { ...typed, acceptsUnreadable },
					problem: { kind: 'words-wrong' as const, count: 0, least: 0 }
				});
			case 'not-closing':
				return done(params.round, 'not-closed');
			case 'unknown-round':
				error(404, { message: 'unknown round', code: 'not-found' });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	release: async ({ locals, params }) => {
		const outcome = await releaseRound(locals.context, locals.actor, { roundId: params.round });
		switch (outcome.kind) {
			case 'released':
			case 'already-released':
			case 'not-closed':
				return done(params.round, outcome.kind);
			case 'too-few':
				return fail(400, { problem: { kind: 'too-few' as const, count: outcome.responses, least: outcome.threshold } });
			case 'released-before':
				return fail(400, { problem: { kind: 'released-before' as const, count: 0, least: 0 } });
			case 'stuffed':
				return fail(400, { problem: { kind: 'stuffed' as const, count: 0, least: 0 } });
			case 'breach':
				return fail(500, { problem: { kind: 'breach' as const, count: 0, least: 0 } });
			case 'unknown-round':
				error(404, { message: 'unknown round', code: 'not-found' });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

async function clockOf({ context, actor }: App.Locals, roundId: string) {
	const clock = await readRoundClock(context, actor, { roundId });
	return clock.kind === 'clock' ? clock : null;
}

function done(roundId: string, what: string, count = 0): never {
	redirect(303, `/rounds/${roundId}?done=${what}&count=${count}`);
}
