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

/**
 * Takes out what other programs put into their messages: addresses, long values (a token, a hash, sealed bytes), and what
 * PostgreSQL or a mail server repeats of what it was given.
 */
export function withoutPersonalData(text: string): string {
	return text
		.replace(/[^\s<>"'(),;:=]+@[^\s<>"'(),;:]+/g, '<address>')
		.replace(/(invalid input syntax[^:]*|value too long[^:]*|out of range[^:]*|malformed [^:]*): ".*"/gs, '$1: <value>')
		.replace(/"[^"]*" is out of range/g, '<value> is out of range')
		.replace(/(Key \([^)]*\)=)\(.*?\)/gs, '$1(<value>)')
		.replace(/(Unexpected token|Unexpected string|JSON)[^"]*".*"( is not valid JSON)/gs, '$1: <value>$2')
		.replace(/[A-Za-z0-9_+/=-]{43,}/g, (long) => (/^[/.]|\/.*\//.test(long) ? long : '<long value>'));
}

// The message and the chain of causes; the stack only names our own files.
function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return withoutPersonalData(String(error));
	const own = `${error.name}: ${withoutPersonalData(error.message)}`;
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
