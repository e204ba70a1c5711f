import type { Example } from '../example.ts';
import type KeepProfile from './KeepProfile.svelte';
import { createKeyring } from './keyring.ts';

const keyring = createKeyring({ read: () => null, write: () => false, forget: () => {} });

export const examples: readonly Example<typeof KeepProfile>[] = [
	{
		name: 'before anything is kept',
		props: {
			language: 'da',
			keyring,
			owner: 'o',
			hasEarlierRounds: false,
			nameOf: (scale: string) => scale,
			profile: {
				roundId: 'r',
				roundName: 'Efterår 2026',
				instrument: { id: 'example', version: 1 },
				answers: {},
				scores: {}
			}
		}
	}
];
