// What a page, an export or a mail may show of a group. The brand exists at compile time only; this room alone sets it.

declare const publishable: unique symbol;

/** A value that has passed disclosure control. Nothing outside `domain/disclosure` can make one. */
export type Publishable<T> = T & { readonly [publishable]: true };
