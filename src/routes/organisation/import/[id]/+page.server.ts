import { error, redirect } from '@sveltejs/kit';
import { applyOrganisationImport } from '#server/use-cases/organisation/apply-organisation-import.ts';
import { previewPlanMoves } from '#server/use-cases/plans/preview-plan-moves.ts';
import { readOrganisationImport } from '#server/use-cases/organisation/read-organisation-import.ts';
import { textsFor } from '#texts/texts.ts';
import type { Actions, PageServerLoad } from './$types';

/** Enough to see what a kind of change is about; the rest is counted. */
const shownChanges = 50;

export const load: PageServerLoad = async ({ locals, params }) => {
	const outcome = await readOrganisationImport(locals.context, locals.actor, { importId: params.id });
	switch (outcome.kind) {
		case 'preview': {
			const texts = textsFor(locals.language).organisationImport;
			const { changes, notices, names, ...preview } = outcome.preview;
			const nameOf = (id: string) => names[id] ?? id;
			const moves = await previewPlanMoves(locals.context, locals.actor, { importId: params.id });
			return {
				preview,
				touchedPlans: moves.kind === 'touched' ? moves.plans : [],
				groups: [...Map.groupBy(changes, (change) => change.kind)].map(([kind, own]) => ({
					kind,
					count: own.length,
					sentences: own.slice(0, shownChanges).map((change) => texts.change(change, { unit: nameOf, leader: nameOf }))
				})),
				notices: notices.slice(0, shownChanges).map((notice) => texts.notice(notice)),
				noticeCount: notices.length
			};
		}
		case 'already-saved':
			redirect(303, '/organisation?saved=already');
		case 'unknown-import':
			error(404, { message: textsFor(locals.language).organisation.unknownImport });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	default: async ({ locals, params }) => {
		const outcome = await applyOrganisationImport(locals.context, locals.actor, { importId: params.id });
		switch (outcome.kind) {
			case 'saved':
				redirect(303, `/organisation?saved=${outcome.changes}&closed=${outcome.closedAccess.suspended.length}`);
			case 'already-saved':
				redirect(303, '/organisation?saved=already');
			case 'outdated':
				error(409, { message: textsFor(locals.language).organisation.outdated });
			case 'unknown-import':
				error(404, { message: textsFor(locals.language).organisation.unknownImport });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};
