import type { Cookies } from '@sveltejs/kit';

type SetCookie = Parameters<Cookies['set']>;

/** Hands the cookies of a session to the browser. */
export function setCookies(
	cookies: Cookies,
	made: readonly { readonly name: string; readonly value: string; readonly options: SetCookie[2] }[]
): void {
	for (const cookie of made) cookies.set(cookie.name, cookie.value, cookie.options);
}
