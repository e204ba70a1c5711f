import { markup } from '../example.ts';
import type { Example } from '../example.ts';
import type Card from './Card.svelte';

export const examples: readonly Example<typeof Card>[] = [
	{
		name: 'heading and text',
		props: {
			heading: 'Prøv demonstrationsregionen',
			href: '/demo',
			children: markup('<p>1.500 opdigtede ledere, som du frit kan kigge på.</p>')
		}
	},
	{
		name: 'above and footer',
		props: {
			heading: 'Efterår 2026',
			above: markup('<small>Runde</small>'),
			footer: markup('<p>Lukker 4. december</p>'),
			children: markup('<p>412 har svaret.</p>')
		}
	},
	{ name: 'text only', props: { children: markup('<p>Kun tekst.</p>') } }
];
