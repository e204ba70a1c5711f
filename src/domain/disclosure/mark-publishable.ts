import type { Publishable } from './publishable.ts';

/** Sets the brand. Used in this room only, after an audit or on a part of something that was marked before. */
export function markPublishable<T>(value: T): Publishable<T> {
	return value as Publishable<T>;
}
