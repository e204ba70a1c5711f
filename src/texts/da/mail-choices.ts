import type { OptionalKind } from '#domain/mail/optional-kinds.ts';

const kinds: Readonly<Record<OptionalKind, { readonly label: string; readonly hint: string }>> = {
	reminder: {
		label: 'Påmindelser om at svare',
		hint: 'Når du ikke har hentet et spørgeskema endnu. Selve invitationen får du altid.'
	},
	'check-in': { label: 'Hvordan går det med planen?', hint: 'Til den, der står for et skridt i en plan.' },
	booster: { label: 'Genopfriskning', hint: 'Når noget, I har aftalt, plejer at tabe pusten.' },
	dialogue: { label: 'Påmindelser om dialogmøder', hint: 'Selve indkaldelsen får du altid.' },
	released: { label: 'Et resultat er klar', hint: 'Til ledere, der kan se et samlet resultat.' }
};

/** Siden, hvor man selv vælger sine mails. */
export const mailChoices = {
	title: 'Dine mails',
	whoCanSee: 'Kun den, der har linket fra bunden af en mail, kan åbne denne side',
	lead: (email: string, organisation: string) =>
		`Her vælger du, hvilke mails ${email} skal have fra Ledertrivsel i ${organisation}. Ingen andre får at vide, hvad du vælger.`,
	kinds: 'Send mig',
	kind: kinds,
	always:
		'Invitationer til at svare, breve om din egen adgang, indkaldelser og forslag, som du skal tage stilling til, kommer altid.',
	language: 'Sprog i mails',
	languages: { da: 'Dansk', en: 'Engelsk' },
	save: 'Gem',
	saved: 'Gemt. Det gælder fra nu af.',
	unknown: {
		title: 'Linket virker ikke',
		text: 'Måske mangler der et stykke af det. Åbn linket nederst i en nyere mail.'
	}
};
