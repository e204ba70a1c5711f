import { markup } from '../example.ts';
import type { Example } from '../example.ts';
import type DataTable from './DataTable.svelte';

const rows = ['Fjordhospitalet', 'Hedehospitalet', 'Psykiatrien og Socialområdet'].map(
	(name, index) =>
		`<tr><th scope="row">${name}</th><td class="number">${(index + 1) * 84}</td><td class="number">${(index + 1) * 61}</td><td>åben</td></tr>`
);
const labels = ['Inviteret', 'Har svaret', 'Runde'];
const stackedRows = rows.map((row) =>
	labels.reduce((text, label) => text.replace(/<td(?! data-label)/, `<td data-label="${label}"`), row)
);
const table = `<thead><tr><th scope="col">Enhed</th><th scope="col" class="number">Inviteret</th><th scope="col" class="number">Har svaret</th><th scope="col">Runde</th></tr></thead><tbody>${rows.join('')}</tbody>`;

export const examples: readonly Example<typeof DataTable>[] = [
	{ name: 'a small table', props: { caption: 'Svar lige nu', children: markup(table) } },
	{
		name: 'caption for screen readers only',
		props: { caption: 'Svar lige nu', isCaptionHidden: true, width: 'text', children: markup(table) }
	},
	{
		name: 'rows that become lines on a phone',
		props: {
			caption: 'Svar lige nu',
			stacks: true,
			children: markup(table.replace(rows.join(''), stackedRows.join('')))
		}
	}
];
