// One line of JSON an event, on standard error. Never answers, free text, keys, tokens, addresses or names.
export type Log = {
	readonly info: (event: string, facts?: LogFacts) => void;
	readonly error: (event: string, error: unknown, facts?: LogFacts) => void;
	readonly debug: (event: string, facts?: LogFacts) => void;
};

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

const weight = { error: 0, info: 1, debug: 2 } as const;

export function createLog(level: keyof typeof weight, write: (line: string) => void = writeToStandardError): Log {
	const put = (at: keyof typeof weight, event: string, facts: LogFacts) => {
		if (weight[at] <= weight[level]) write(JSON.stringify({ level: at, event, ...facts }));
	};
	return {
		info: (event, facts = {}) => put('info', event, facts),
		debug: (event, facts = {}) => put('debug', event, facts),
		error: (event, error, facts = {}) => put('error', event, { ...facts, reason: reasonOf(error) })
	};
}

/** For tests and the command line. */
export const silentLog: Log = { info: () => {}, error: () => {}, debug: () => {} };

// The message and the chain of causes; the stack only names our own files.
function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const own = `${error.name}: ${error.message}`;
	const place =
		error.stack
			?.split('\n')
			.find((line) => line.trimStart().startsWith('at '))
			?.trim() ?? '';
	return error.cause === undefined ? `${own} ${place}` : `${own} ${place} <- ${reasonOf(error.cause)}`;
}

function writeToStandardError(line: string): void {
	process.stderr.write(`${line}\n`);
}
