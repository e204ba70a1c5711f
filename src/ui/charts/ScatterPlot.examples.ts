import type { Example } from '../example.ts';
import type ScatterPlot from './ScatterPlot.svelte';

export const examples: readonly Example<typeof ScatterPlot>[] = [
	{
		name: 'three groups',
		props: {
			alternative: 'Tre grupper; jo flere medarbejdere, jo større arbejdsmængde',
			across: { label: 'Medarbejdere pr. leder', from: 0, to: 40, ticks: [0, 10, 20, 30, 40] },
			up: { label: 'Arbejdsmængde', from: 0, to: 100, ticks: [0, 50, 100] },
			points: [
				{ name: 'Afdeling 1', across: 10, up: 40 },
				{ name: 'Afdeling 2', across: 20, up: 60 },
				{ name: 'Afdeling 3', across: 30, up: 70 }
			],
			format: String
		}
	}
];
