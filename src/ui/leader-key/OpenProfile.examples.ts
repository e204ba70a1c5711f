import type { Example } from '../example.ts';
import { createKeyring } from './keyring.ts';
import type OpenProfile from './OpenProfile.svelte';

const keyring = createKeyring({ read: () => null, write: () => false, forget: () => {} });

export const examples: readonly Example<typeof OpenProfile>[] = [
	{
		name: 'on another device',
		props: {
			language: 'da',
			roundId: 'r',
			keyring,
			owner: 'o',
			earlierRounds: [{ id: 'e', name: 'Forår 2026' }],
			onOpened: () => {}
		}
	}
];
