import { markup } from '../example.ts';
import type { Example } from '../example.ts';
import type Button from './Button.svelte';

const label = (text: string) => markup(`<span>${text}</span>`);

export const examples: readonly Example<typeof Button>[] = [
	{ name: 'primary', props: { children: label('Send dine svar'), isWide: true } },
	{ name: 'secondary', props: { variant: 'secondary', children: label('Tilbage'), icon: 'arrow-left' } },
	{ name: 'quiet', props: { variant: 'quiet', children: label('Fortryd'), type: 'button' } },
	{ name: 'a link', props: { href: '/videre', children: label('Gå i gang'), iconAfter: 'arrow-right' } },
	{
		name: 'a file',
		props: { href: '/r.csv', download: true, variant: 'secondary', icon: 'download', children: label('Hent tallene') }
	},
	{ name: 'cannot be used', props: { disabled: true, children: label('Luk runden') } }
];
