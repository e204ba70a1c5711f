import type { Example } from '../example.ts';
import type Pagination from './Pagination.svelte';

const hrefOf = (page: number) => `?side=${page}`;

export const examples: readonly Example<typeof Pagination>[] = [
	{ name: 'first', props: { language: 'da', page: 1, pages: 12, hrefOf } },
	{ name: 'in the middle', props: { language: 'da', page: 3, pages: 12, hrefOf } },
	{ name: 'last', props: { language: 'en', page: 12, pages: 12, hrefOf } },
	{ name: 'only one, nothing shown', props: { language: 'en', page: 1, pages: 1, hrefOf } }
];
