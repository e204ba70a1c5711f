import { markup } from '../example.ts';
import type { Example } from '../example.ts';
import type DemoBanner from './DemoBanner.svelte';

export const examples: readonly Example<typeof DemoBanner>[] = [
	{ name: 'alone', props: { language: 'da' } },
	{ name: 'with a link', props: { language: 'en', children: markup('<a href="/demo">View as someone else</a>') } }
];
