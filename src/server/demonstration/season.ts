export type Season = 'winter' | 'spring' | 'summer' | 'autumn';

export type SeasonOfYear = { readonly season: Season; readonly year: number };

/** The season of a calendar day YYYY-MM-DD; December belongs to the winter of its own year. */
export function seasonOf(day: string): SeasonOfYear {
	const [year = 0, month = 0] = day.split('-').map(Number);
	const season = month === 12 || month <= 2 ? 'winter' : month <= 5 ? 'spring' : month <= 8 ? 'summer' : 'autumn';
	return { season, year };
}

/** The season of `day`, or the one before where that is the season of `later`, so that two rounds never share a name. */
export function seasonBefore(day: string, later: SeasonOfYear): SeasonOfYear {
	const own = seasonOf(day);
	if (own.season !== later.season) return own;
	const year = Number(day.slice(0, 4));
	const before: Readonly<Record<Season, SeasonOfYear>> = {
		winter: { season: 'autumn', year: day.slice(5, 7) === '12' ? year : year - 1 },
		spring: { season: 'winter', year },
		summer: { season: 'spring', year },
		autumn: { season: 'summer', year }
	};
	return before[own.season];
}
