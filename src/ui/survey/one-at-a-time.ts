// Sending happens once at a time, and it always ends: whatever goes wrong in between is told, and the button works again.

export type OneAtATime = {
	readonly isBusy: () => boolean;
	/** Does nothing while earlier work goes on. Never rejects. */
	readonly run: (work: () => Promise<void>) => Promise<void>;
};

/** `onBusy` is told when work begins and when it ends; `onFailed` when it threw. */
export function oneAtATime(input: {
	readonly onBusy: (isBusy: boolean) => void;
	readonly onFailed: () => void;
}): OneAtATime {
	let isBusy = false;
	const set = (is: boolean) => {
		isBusy = is;
		input.onBusy(is);
	};
	return {
		isBusy: () => isBusy,
		run: async (work) => {
			if (isBusy) return;
			set(true);
			try {
				await work();
			} catch {
				input.onFailed();
			} finally {
				set(false);
			}
		}
	};
}
