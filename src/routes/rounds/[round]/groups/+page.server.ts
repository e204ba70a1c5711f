import { error, fail, redirect } from '@sveltejs/kit';
import { chooseAlikeAttribute } from '#server/use-cases/rounds/choose-alike-attribute.ts';
import { mergeRoundGroups } from '#server/use-cases/rounds/merge-round-groups.ts';
import { readRoundGroups } from '#server/use-cases/rounds/read-round-groups.ts';
import { undoRoundMerge } from '#server/use-cases/rounds/undo-round-merge.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const outcome = await readRoundGroups(locals.context, locals.actor, {
		roundId: params.round,
		unitId: url.searchParams.get('unit')
	});
	switch (outcome.kind) {
		case 'groups':
		case 'too-few':
			return { outcome, done: url.searchParams.get('done') };
		case 'already-open':
			redirect(303, `/rounds/${params.round}`);
		case 'unknown-round':
			error(404, { message: 'unknown round', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	merge: async ({ locals, params, request, url }) => {
		const groupIds = (await request.formData()).getAll('group').map(String);
		const outcome = await mergeRoundGroups(locals.context, locals.actor, { roundId: params.round, groupIds });
		switch (outcome.kind) {
			case 'merged':
				return done(params.round, url, outcome.kind);
			case 'too-few-chosen':
			case 'not-neighbours':
			case 'unknown-group':
				return faulty(outcome.kind, groupIds);
			default:
				return refused(params.round, outcome.kind);
		}
	},
	undo: async ({ locals, params, request, url }) => {
		const groupId = (await request.formData()).get('undo');
		const outcome = await undoRoundMerge(locals.context, locals.actor, {
			roundId: params.round,
			groupId: typeof groupId === 'string' && groupId !== '' ? groupId : null
		});
		switch (outcome.kind) {
			case 'undone':
				return done(params.round, url, outcome.kind);
			case 'nothing-to-undo':
				return faulty(outcome.kind);
			default:
				return refused(params.round, outcome.kind);
		}
	},
	alike: async ({ locals, params, request, url }) => {
		const attribute = String((await request.formData()).get('alike') ?? '');
		const outcome = await chooseAlikeAttribute(locals.context, locals.actor, {
			roundId: params.round,
			attribute: attribute === 'none' ? '' : attribute
		});
		switch (outcome.kind) {
			case 'chosen':
				return done(params.round, url, outcome.kind);
			case 'unknown-attribute':
				return faulty(outcome.kind);
			default:
				return refused(params.round, outcome.kind);
		}
	}
};

function faulty<Kind extends string>(problem: Kind, chosen: readonly string[] = []) {
	return fail(400, { problem, chosen });
}

function done(roundId: string, url: URL, what: string): never {
	const query = new URLSearchParams({ done: what });
	const unit = url.searchParams.get('unit');
	if (unit !== null) query.set('unit', unit);
	redirect(303, `/rounds/${roundId}/groups?${query}`);
}

function refused(roundId: string, kind: 'already-open' | 'unknown-round' | 'forbidden'): never {
	switch (kind) {
		case 'already-open':
			redirect(303, `/rounds/${roundId}?done=already-open`);
		case 'unknown-round':
			error(404, { message: 'unknown round', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
}
