import { createRawSnippet } from 'svelte';
import type { Example } from '../example.ts';
import type FormGroup from './FormGroup.svelte';

type Field = { readonly id: string; readonly describedBy: string | undefined };
const input = createRawSnippet<[Field]>((field) => ({
	render: () => `<input id="${field().id}" name="x" aria-describedby="${field().describedBy ?? ''}">`
}));

export const examples: readonly Example<typeof FormGroup>[] = [
	{ name: 'label only', props: { language: 'da', id: 'g1', label: 'Navn', children: input } },
	{
		name: 'hint, error, optional',
		props: {
			language: 'da',
			id: 'g2',
			label: 'Navn',
			hint: 'Som det står i lønsystemet',
			error: 'Skriv et navn',
			optional: true,
			children: input
		}
	}
];
