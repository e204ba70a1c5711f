// A study as reference managers read it: CSL-JSON, https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
import type { Study } from '#domain/evidence/evidence.ts';

/** Fields that are not known are left out. A work without a journal is a report. */
export function toCslJson(study: Study) {
	const fields = {
		id: study.id,
		type: study.journal === null ? 'report' : 'article-journal',
		author: study.authors.map(({ family, given }) => (given === null ? { family } : { family, given })),
		issued: { 'date-parts': [[study.year ?? study.citedYear]] },
		title: study.title,
		'container-title': study.journal,
		volume: study.volume,
		issue: study.issue,
		page: study.pages,
		DOI: study.doi,
		URL: study.url
	};
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
