import type { Example } from '../example.ts';
import type Icons from './Icons.svelte';

const names = [
	'lock',
	'people',
	'globe',
	'arrow-right',
	'arrow-left',
	'chevron-right',
	'chevron-down',
	'check',
	'plus',
	'cross',
	'warning',
	'error',
	'info',
	'external',
	'print',
	'download',
	'calendar',
	'book',
	'mail'
] as const;

export const examples: readonly Example<typeof Icons>[] = [
	...names.map((name) => ({ name, props: { name, size: '2rem' } })),
	{ name: 'with a label of its own', props: { name: 'lock', label: 'Låst' } }
];
