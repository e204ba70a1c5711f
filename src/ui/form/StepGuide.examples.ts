import type { Example } from '../example.ts';
import type StepGuide from './StepGuide.svelte';

export const examples: readonly Example<typeof StepGuide>[] = [
	{
		name: 'a new round',
		props: {
			language: 'da',
			current: 3,
			steps: [
				{ label: 'Spørgeskema', href: '?trin=1' },
				{ label: 'Hvem', href: '?trin=2' },
				{ label: 'Grupper' },
				{ label: 'Datoer' },
				{ label: 'Åbn' }
			]
		}
	}
];
