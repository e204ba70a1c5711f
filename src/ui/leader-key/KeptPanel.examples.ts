import type { Example } from '../example.ts';
import { createKeyring } from './keyring.ts';
import type KeptPanel from './KeptPanel.svelte';

const keyring = createKeyring({ read: () => null, write: () => false, forget: () => {} });

export const examples: readonly Example<typeof KeptPanel>[] = [
	{
		name: 'a kept profile',
		props: {
			language: 'da',
			keyring,
			address: 'https://ledertrivsel.example.org/profile/r',
			onRemove: () => {},
			onForget: () => {},
			say: () => {}
		}
	}
];
