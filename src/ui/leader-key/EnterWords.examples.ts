import type { Example } from '../example.ts';
import type EnterWords from './EnterWords.svelte';

export const examples: readonly Example<typeof EnterWords>[] = [
	{ name: 'to open a profile', props: { language: 'da', button: 'Åbn min profil', onKey: () => {} } },
	{ name: 'while it is opened', props: { language: 'en', button: 'Open my profile', isBusy: true, onKey: () => {} } }
];
