// A year in a minute: loaded before the program (`node --import …/days-ahead.ts?days=46`), it moves the clock of that process
// ahead. Nothing in the product knows of it, so no setting and no address can move the clock of a running site.
const days = Number(new URL(import.meta.url).searchParams.get('days'));
if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`"${import.meta.url}" names no whole number of days`);

const real = Date;
const now = () => real.now() + days * 86_400_000;

globalThis.Date = new Proxy(real, {
	construct: (target, given, asked) =>
		Reflect.construct(target, given.length === 0 ? [now()] : given, asked === Date ? target : asked),
	apply: (target) => new target(now()).toString(),
	get: (target, name) => (name === 'now' ? now : Reflect.get(target, name))
});
