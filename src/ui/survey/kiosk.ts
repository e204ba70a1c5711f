// A shared screen: warns when nobody has touched it for a while, then forgets everything and is ready for the next leader.

export type KioskTimes = { readonly warnAfterSeconds: number; readonly forgetAfterSeconds: number };

/** Three minutes without a touch, then half a minute with a warning. */
export const kioskTimes: KioskTimes = { warnAfterSeconds: 180, forgetAfterSeconds: 30 };

export type IdleWatch = {
	/** Somebody is there. */
	readonly touch: () => void;
	/** For good: a later touch begins nothing. */
	readonly stop: () => void;
};

/** While `isBusy`, such as while answers are on their way, nothing is forgotten. */
export function watchIdle(
	input: KioskTimes & {
		readonly isBusy: () => boolean;
		readonly onWarn: () => void;
		readonly onBack: () => void;
		readonly onForget: () => void;
	},
	clock: { readonly after: (seconds: number, work: () => void) => () => void } = { after }
): IdleWatch {
	let isWarned = false;
	let isStopped = false;
	let cancel = () => {};
	const begin = () => {
		cancel();
		cancel = clock.after(input.warnAfterSeconds, warn);
	};
	const warn = () => {
		if (input.isBusy()) return begin();
		isWarned = true;
		input.onWarn();
		cancel = clock.after(input.forgetAfterSeconds, () => (input.isBusy() ? begin() : input.onForget()));
	};
	begin();
	return {
		touch: () => {
			if (isStopped) return;
			if (isWarned) input.onBack();
			isWarned = false;
			begin();
		},
		stop: () => {
			isStopped = true;
			cancel();
		}
	};
}

function after(seconds: number, work: () => void): () => void {
	const timer = setTimeout(work, seconds * 1000);
	return () => clearTimeout(timer);
}
