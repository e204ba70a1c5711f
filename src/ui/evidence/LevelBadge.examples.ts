import type { Example } from '../example.ts';
import type LevelBadge from './LevelBadge.svelte';

export const examples: readonly Example<typeof LevelBadge>[] = [
	{ name: 'organisation', props: { language: 'da', level: 'organisation', note: 'kræver mandat' } },
	{ name: 'group', props: { language: 'da', level: 'group' } },
	{ name: 'leadership', props: { language: 'da', level: 'leadership', note: '45 minutter' } },
	{ name: 'individual', props: { language: 'en', level: 'individual' } }
];
