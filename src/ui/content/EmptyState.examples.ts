import { markup } from '../example.ts';
import type { Example } from '../example.ts';
import type EmptyState from './EmptyState.svelte';

export const examples: readonly Example<typeof EmptyState>[] = [
	{
		name: 'with a way on',
		props: {
			title: 'Der er ingen runder endnu',
			text: 'En runde er én måling: hvem der spørges, om hvad og hvornår.',
			children: markup('<p><a href="/runder/ny">Opret den første runde</a></p>')
		}
	},
	{ name: 'title only', props: { title: 'Nothing to show yet' } }
];
