// The organisation as it is today, and the files that made it so.
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listImports } from '#server/database/organisation-imports.ts';
import { findOrganisation, readOrganisation } from '#server/database/organisations.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ReadOrganisationOutcome =
	| {
			readonly kind: 'organisation';
			readonly name: string;
			readonly organisation: Organisation;
			readonly imports: readonly {
				readonly fileName: string;
				readonly appliedAt: Date;
				readonly uploadedBy: string;
				readonly changes: number;
			}[];
	  }
	| Forbidden;

export async function readOrganisationToday(context: Context, actor: Actor): Promise<ReadOrganisationOutcome> {
	if (!isAllowed('read-organisation', actor) || actor.kind === 'visitor') return forbidden;
	const record = await findOrganisation(context.db, actor.organisationId);
	const imports = await listImports(context.db, actor.organisationId);
	return {
		kind: 'organisation',
		name: record?.name ?? '',
		organisation: await readOrganisation(context.db, actor.organisationId),
		imports: imports.flatMap((item) =>
			item.appliedAt === null
				? []
				: [
						{
							fileName: item.fileName,
							appliedAt: item.appliedAt,
							uploadedBy: item.uploadedBy,
							changes: Array.isArray(item.changes) ? item.changes.length : 0
						}
					]
		)
	};
}
