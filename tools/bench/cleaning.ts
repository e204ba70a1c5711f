// What a part of the benchmark has started is stopped at its end, the last first, also where it fails.
export type Cleaning = { readonly after: (work: () => Promise<void>) => void };

export async function withCleaning<Result>(work: (cleaning: Cleaning) => Promise<Result>): Promise<Result> {
	const waiting: (() => Promise<void>)[] = [];
	try {
		return await work({ after: (one) => void waiting.unshift(one) });
	} finally {
		for (const one of waiting) await one();
	}
}
