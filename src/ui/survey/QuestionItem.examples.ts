import type { Example } from '../example.ts';
import type QuestionItem from './QuestionItem.svelte';

const often = ['Aldrig', 'Sjældent', 'Sommetider', 'Ofte', 'Altid'].map((label, index) => ({
	value: String(index + 1),
	label
}));
const degree = ['I meget lille grad', 'I lille grad', 'Delvist', 'I høj grad', 'I meget høj grad'].map(
	(label, index) => ({
		value: String(index + 1),
		label
	})
);

export const examples: readonly Example<typeof QuestionItem>[] = [
	{
		name: 'not answered',
		props: {
			language: 'da',
			name: 'rolle-1',
			position: '1 af 3',
			question: 'Skal du leve op til krav, der trækker hver sin vej?',
			answers: often
		}
	},
	{
		name: 'answered',
		props: {
			language: 'da',
			name: 'rolle-2',
			position: '2 af 3',
			question: 'Står du med beslutninger, hvor hensynet til patienterne, personalet og budgettet ikke kan forenes?',
			answers: degree,
			value: '4'
		}
	},
	{
		name: 'missing',
		props: {
			language: 'da',
			name: 'rolle-3',
			question: 'Ved du, hvad din egen leder forventer af dig?',
			answers: often,
			hint: 'Tænk på de seneste fire uger',
			error: 'Vælg et svar'
		}
	}
];
