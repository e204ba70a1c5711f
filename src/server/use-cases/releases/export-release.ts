// What was released of a round, as files for researchers: the release's own figures, and nothing behind them.
import { releaseRows, rowStatuses } from '#domain/disclosure/release-rows.ts';
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findRound, type Round } from '#server/database/rounds.ts';
import { writeCodebook } from '#server/research-files/write-codebook.ts';
import { writeResearchCsv } from '#server/research-files/write-csv.ts';
import { writeSav } from '#server/research-files/write-sav.ts';
import { findInstrument } from '../rounds/find-instrument.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { findReadRelease } from '../results/readable-groups.ts';

export const researchFormats = ['csv', 'sav', 'codebook'] as const;
export type ResearchFormat = (typeof researchFormats)[number];

export type ExportReleaseOutcome =
	| {
			readonly kind: 'exported';
			readonly round: Round;
			readonly bytes: Uint8Array<ArrayBuffer>;
			/** Letters of every alphabet are taken out: what a header and a disk can hold. */
			readonly fileName: string;
			readonly mediaType: string;
			readonly rows: number;
			readonly withheld: number;
	  }
	| { readonly kind: 'not-released' }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function exportRelease(
	context: Pick<Context, 'db' | 'instruments' | 'evidence'>,
	actor: Actor,
	input: { readonly roundId: string; readonly format: ResearchFormat; readonly language: Language }
): Promise<ExportReleaseOutcome> {
	if (!isAllowed('export-release', actor) || actor.kind === 'visitor') return forbidden;
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const round = isUuid(input.roundId) ? await findRound(context.db, key) : null;
	if (round === null) return { kind: 'unknown-round' };
	const read = await findReadRelease(context, round);
	if (read === null) return { kind: 'not-released' };
	const { release } = read;
	const { format, language } = input;
	const rows = releaseRows(release);
	const instrument = await findInstrument(context, round);
	const bytes =
		format === 'csv'
			? writeResearchCsv(rows)
			: format === 'sav'
				? writeSav(rows, { language, label: round.name })
				: writeCodebook({ release, instrument, evidence: context.evidence, roundName: round.name, language });
	return {
		kind: 'exported',
		round,
		bytes,
		fileName: fileNameOf(round.name, format),
		mediaType: mediaTypes[format],
		rows: rows.length,
		withheld: rows.filter(({ status }) => status === rowStatuses.withheld).length
	};
}

const mediaTypes: Readonly<Record<ResearchFormat, string>> = {
	csv: 'text/csv; charset=utf-8',
	sav: 'application/x-spss-sav',
	codebook: 'text/markdown; charset=utf-8'
};

function fileNameOf(name: string, format: ResearchFormat): string {
	const plain = name
		.toLowerCase()
		.replaceAll('æ', 'ae')
		.replaceAll('ø', 'oe')
		.replaceAll('å', 'aa')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	const base = plain === '' ? 'release' : plain.slice(0, 60);
	return format === 'codebook' ? `${base}-codebook.md` : `${base}.${format}`;
}
