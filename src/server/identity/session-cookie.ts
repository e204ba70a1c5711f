// A Set-Cookie header in parts, so that a page can set it without knowing who made it.
export type SessionCookie = {
	readonly name: string;
	readonly value: string;
	readonly options: {
		readonly path: string;
		readonly httpOnly: boolean;
		readonly secure: boolean;
		readonly sameSite: 'lax';
		/** Seconds; 0 forgets it. */
		readonly maxAge: number | undefined;
		/** The value is already in its final form. */
		readonly encode: (value: string) => string;
	};
};

export function parseSetCookie(header: string): SessionCookie {
	const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
	const separator = pair.indexOf('=');
	if (separator < 1) throw new RangeError('a cookie needs a name');
	const values = new Map(
		attributes.map((attribute): [string, string] => {
			const [name = '', value = ''] = attribute.split('=');
			return [name.toLowerCase(), value];
		})
	);
	const maxAge = values.get('max-age');
	return {
		name: pair.slice(0, separator),
		value: pair.slice(separator + 1),
		options: {
			path: values.get('path') ?? '/',
			httpOnly: values.has('httponly'),
			secure: values.has('secure'),
			sameSite: 'lax',
			maxAge: maxAge === undefined ? undefined : Number(maxAge),
			encode: (value) => value
		}
	};
}

/** Neither the browser's name nor its address is of any use to us, so better-auth does not get to see them. */
export function onlyCookie(headers: Headers): Headers {
	return new Headers({ cookie: headers.get('cookie') ?? '' });
}
