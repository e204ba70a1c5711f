// BibTeX in UTF-8. Citation.js knows which field holds what and protects capitals; what it would turn into commands of
// TeX or drop (any letter outside its table) is kept as it is, and only what TeX reads as a command is escaped.
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { CslJson } from './csl-json.ts';

const special: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'{': '\\{',
	'}': '\\}',
	'~': '\\textasciitilde{}',
	'^': '\\^{}',
	'&': '\\&',
	'%': '\\%',
	$: '\\$',
	'#': '\\#',
	_: '\\_'
};

export function writeBibtex(items: readonly CslJson[]): string {
	plugins.config.get('@bibtex').format.asciiOnly = false;
	return plugins.output
		.format('bibtex', items.map(withEscapes), { format: 'object' })
		.map(({ type, properties }, place) => {
			const item = items[place];
			const entry = item?.type === 'thesis' ? asThesis(properties) : { type, properties };
			const fields = Object.entries(entry.properties).map(
				([name, value]) => `\t${name} = {${name === 'pages' ? value.replace(/[–—]/g, '--') : value}},\n`
			);
			return `@${entry.type}{${item?.id ?? ''},\n${fields.join('')}}\n`;
		})
		.join('\n');
}

/** BibTeX knows theses for two degrees only; `type` says that we do not know which. */
function asThesis({ publisher, howpublished, ...rest }: Readonly<Record<string, string>>) {
	const school = publisher ?? howpublished;
	const properties = { ...rest, ...(school === undefined ? {} : { school }), type: 'Thesis' };
	return { type: 'phdthesis', properties };
}

/** DOI and address are read letter by letter: what would end their field is written as addresses write it. */
function withEscapes(item: CslJson): CslJson {
	const texts = ['title', 'container-title', 'volume', 'issue', 'page', 'publisher', 'note'] as const;
	const escaped = texts.flatMap((name) => {
		const text = item[name];
		return text === undefined ? [] : [[name, escape(text)] as const];
	});
	const addresses = (['DOI', 'URL'] as const).flatMap((name) => {
		const text = item[name];
		return text === undefined ? [] : [[name, text.replace(/[{}\\]/g, encodeURIComponent)] as const];
	});
	const author = item.author.map(({ family, given, suffix }) => ({
		family: escape(family),
		...(given === undefined ? {} : { given: escape(given) }),
		...(suffix === undefined ? {} : { suffix: escape(suffix) })
	}));
	return { ...item, ...Object.fromEntries([...escaped, ...addresses]), author };
}

function escape(text: string): string {
	return text.replace(/[\\{}~^&%$#_]/g, (letter) => special[letter] ?? letter);
}
