import { markup, type Example } from '../example.ts';
import type PasskeyButton from './PasskeyButton.svelte';

export const examples: readonly Example<typeof PasskeyButton>[] = [
	{
		name: 'to sign in',
		props: {
			language: 'da',
			ceremony: 'sign-in',
			url: '/sign-in/passkey',
			next: '/',
			label: 'Log ind med adgangsnøgle',
			waiting: 'Følg det, din enhed beder om …',
			problems: { cancelled: 'Du blev ikke logget ind.' }
		}
	},
	{
		name: 'to add one',
		props: {
			language: 'en',
			ceremony: 'add',
			url: '/account/passkeys',
			next: '/account?told=added',
			label: 'Make a passkey',
			waiting: 'Do what your device asks for …',
			problems: { exists: 'This device already has a passkey for you.' },
			impossible: 'Your browser cannot use passkeys.',
			children: markup('<p>A name</p>')
		}
	}
];
