// What we use of Citation.js, which comes without types.
declare module '@citation-js/core' {
	type Item = Readonly<Record<string, unknown>>;
	type Tags = Readonly<Record<string, string | number | readonly string[]>>;
	type Entry = {
		readonly type: string;
		readonly properties: Readonly<Record<string, string>>;
	};

	export const plugins: {
		readonly output: {
			format(
				name: 'bibliography',
				items: readonly Item[],
				options: {
					readonly template: string;
					readonly lang: string;
					readonly format: 'html' | 'text';
					readonly nosort: true;
				}
			): string;
			format(name: 'ris', items: readonly Item[], options: { readonly format: 'object' }): readonly Tags[];
			format(name: 'bibtex', items: readonly Item[], options: { readonly format: 'object' }): readonly Entry[];
		};
		readonly config: {
			get(name: '@bibtex'): { readonly format: { asciiOnly: boolean } };
		};
	};
}

declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
declare module '@citation-js/plugin-bibtex';
