// What was asked cannot be done, and why: one line on standard error, exit code 1, no stack.
export class Refusal extends Error {
	override readonly name = 'Refusal';
}

export function refuse(sentence: string): never {
	throw new Refusal(sentence.replace(/\s*\n\s*/g, ' '));
}
