// What runs without a person. Each job calls a use case; what goes wrong is logged and tried again at the next turn.
import { sendMailsOfAll, type SendMailsContext } from '#server/use-cases/send-mails.ts';

export type Jobs = {
	/** Waits for what is under way. */
	readonly stop: () => Promise<void>;
};

export function startJobs(context: SendMailsContext, everyMilliseconds = 3000): Jobs {
	let isStopped = false;
	let timer: NodeJS.Timeout | undefined;
	let underWay: Promise<void> = Promise.resolve();
	const turn = async () => {
		try {
			await sendMailsOfAll(context);
		} catch (error) {
			context.log.error('job send-mails', error);
		}
		if (!isStopped) timer = setTimeout(begin, everyMilliseconds);
	};
	const begin = () => {
		underWay = turn();
	};
	begin();
	return {
		async stop() {
			isStopped = true;
			clearTimeout(timer);
			await underWay;
		}
	};
}
