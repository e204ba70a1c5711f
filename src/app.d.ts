import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import type { Identity } from '#server/identity/identity.ts';

declare global {
	namespace App {
		interface Locals {
			context: Context;
			actor: Actor;
			language: Language;
			identity: Identity;
			/** True where the actor plays a role in the demonstration. */
			isDemonstration: boolean;
			/** One factor was shown, and this person needs two: the actor is a visitor until the second step is done. */
			isHalfSignedIn: boolean;
		}
		interface Error {
			message: string;
			/** Which sentence the error page says. */
			code?: 'forbidden' | 'not-found' | 'broken' | 'too-large';
		}
		interface PageData {
			language: Language;
		}
	}
}

export {};
