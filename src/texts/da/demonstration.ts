/** Demonstrationen: en opdigtet region, målingerne i den og rollerne. Planerne er skrevet, som ledere ville skrive dem. */
export const demonstration = {
	seasons: {
		winter: (year: number) => `Vintermåling ${year}`,
		spring: (year: number) => `Forårsmåling ${year}`,
		summer: (year: number) => `Sommermåling ${year}`,
		autumn: (year: number) => `Efterårsmåling ${year}`
	},
	personas: {
		'programme-lead': 'Programleder (demonstration)',
		manager: 'Leder af ledere (demonstration)',
		committee: 'Arbejdsmiljøudvalget (demonstration)'
	},
	plans: {
		mixed: {
			title: 'Færre opgaver og mere tid til at lede',
			decidedBy: 'Afdelingsledelsen',
			resources: 'To timer om måneden til hver leder, og at ledelsen over afdelingen siger ja.',
			signs: ['Lederne har mindst en halv dag om ugen uden møder', 'Der bliver skrevet færre mails om aftenen'],
			involved: 'Alle lederne i gruppen og arbejdsmiljørepræsentanten',
			stuck: 'Forløbet er fyldt op til efter sommerferien.',
			waiting: {
				title: 'Lav to af regionens indberetninger om til én',
				reason:
					'Vi skriver de samme tal to steder hver måned. Det tager cirka tre timer for hver leder, og vi kan ikke selv afskaffe det.'
			},
			declined: {
				title: 'Lad afdelingen selv sige nej til nye projekter',
				reason: 'Der kom fire nye projekter i foråret, og ingen af de gamle holdt op.',
				answer:
					'Det kan vi ikke give fri, for to af projekterne er lovkrav. Men fremover siger vi til tre måneder før, og vi aftaler sammen, hvad der skal vige.'
			},
			steps: {
				dropTasks: {
					description: 'Find de faste indberetninger og møder, som ingen bruger til noget, og stop mindst tre af dem.',
					owner: 'Ledelsen over afdelingen'
				},
				dialogue: {
					description: 'Tal sammen hver måned, leder og nærmeste leder, om hvad der skal vige, når der kommer nyt til.',
					owner: 'Afdelingsledelsen'
				},
				programme: {
					description: 'Meld lederne med de fleste medarbejdere til regionens forløb om store ledelsesspænd.',
					owner: 'Koncern HR'
				}
			}
		},
		earlier: {
			decidedBy: 'Afdelingsledelsen',
			resources: 'Løn til en halv assistent, og at direktionen siger ja.',
			sign: 'Lederne bruger færre timer på indberetninger end før',
			involved: 'Lederne i gruppen og arbejdsmiljørepræsentanten',
			kinds: [
				{
					title: 'Væk med de indberetninger, ingen læser',
					step: 'Gennemgå alle faste indberetninger, og stop dem, som ingen bruger.',
					owner: 'Centerledelsen'
				},
				{
					title: 'Hjælp til vagtplaner og mødeindkaldelser',
					step: 'Del en administrativ medarbejder mellem lederne, og aftal, hvilke fem opgaver der flytter.',
					owner: 'Centerledelsen'
				},
				{
					title: 'Støtte til dem med flest medarbejdere',
					step: 'Meld lederne med de største ledelsesspænd til regionens forløb.',
					owner: 'Koncern HR'
				}
			]
		},
		individual: {
			title: 'Bedre til at passe på os selv',
			decidedBy: 'Afdelingsledelsen',
			resources: 'Tid på to ledermøder.',
			signs: ['Flere sover bedre'],
			involved: 'Lederne selv',
			steps: {
				boundaries: {
					description: 'Vælg hver to aftener om ugen uden mail og telefon, og fortæl de andre hvilke.',
					owner: 'Hver leder'
				},
				exercises: {
					description: 'Prøv en kort øvelse i at slippe arbejdet, når dagen er slut, i fire uger.',
					owner: 'Hver leder'
				}
			}
		}
	},
	page: {
		title: 'Demonstrationen',
		noOpenRound:
			'Der er ingen åben måling i demonstrationen lige nu. Se den som programleder, og åbn en ny – så kan du svare som leder.',
		nobodyLeft:
			'Alle ledere i den åbne måling har hentet deres spørgeskema. Se demonstrationen fra en anden side i stedet.',
		home: 'Vælg en rolle på forsiden'
	}
};
