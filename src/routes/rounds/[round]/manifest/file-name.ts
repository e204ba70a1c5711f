import { fingerprintOf } from '#domain/ballot/code.ts';

/** The name says which manifest it is: the first 32 hexadecimal digits of its hash (base64url). */
export function fileNameOf(hash: string): string {
	return `ledertrivsel-manifest-${fingerprintOf(hash).replaceAll(' ', '')}.json`;
}
