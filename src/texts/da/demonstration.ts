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
		individual: {
			title: 'Bedre til at passe på os selv',
			decidedBy: 'Afdelingsledelsen',
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
