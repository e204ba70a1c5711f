import type { Example } from '../example.ts';
import type ChartPatterns from './ChartPatterns.svelte';

export const examples: readonly Example<typeof ChartPatterns>[] = [{ name: 'the fills', props: { id: 'p' } }];
