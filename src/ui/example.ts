import { createRawSnippet } from 'svelte';
import type { Component, Snippet } from 'svelte';

/** One way a component is used. Every list of examples is rendered and checked by `components.test.ts`. */
export type Example<Shown> = {
	readonly name: string;
	readonly props: Shown extends Component<infer Props> ? Props : never;
};

/** Markup given as a string, where an example needs children. */
export function markup(html: string): Snippet {
	return createRawSnippet(() => ({ render: () => html }));
}
