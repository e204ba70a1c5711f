// Behind a passkey, where the browser and the device can: what lies in the browser's storage is then the locked key, and a
// finger, a face or the device's code opens it. Nothing of it reaches a server: the passkey is used for what it computes
// (WebAuthn's PRF extension), not to sign in.
import { readBase64url, writeBase64url } from '#domain/ballot/base64url.ts';

/** All base64url. */
export type WrappedKey = {
	/** The passkey's id. */
	readonly credential: string;
	/** What the passkey computes with; 32 bytes of chance. */
	readonly salt: string;
	readonly nonce: string;
	readonly sealed: string;
};

export type WrapOutcome =
	| { readonly kind: 'wrapped'; readonly wrapped: WrappedKey }
	/** The leader said no, or the device did. */
	| { readonly kind: 'refused' }
	/** The passkey cannot compute. */
	| { readonly kind: 'without-prf' };

type Passkeys = Pick<CredentialsContainer, 'create' | 'get'>;

/** True where the browser says that its passkeys can compute. */
export async function hasPasskeys(): Promise<boolean> {
	if (typeof PublicKeyCredential === 'undefined' || !('getClientCapabilities' in PublicKeyCredential)) return false;
	try {
		return (await PublicKeyCredential.getClientCapabilities())['extension:prf'] === true;
	} catch {
		return false;
	}
}

/** Makes a passkey and locks the key with it. `name`: how the device calls the passkey. */
export async function wrapWithPasskey(
	leaderKey: Uint8Array<ArrayBuffer>,
	name: string,
	passkeys: Passkeys = navigator.credentials
): Promise<WrapOutcome> {
	const salt = randomBytes(32);
	const made = await asked(() =>
		passkeys.create({
			publicKey: {
				challenge: randomBytes(32),
				rp: { id: location.hostname, name: 'Ledertrivsel' },
				user: { id: randomBytes(16), name, displayName: name },
				pubKeyCredParams: [
					{ type: 'public-key', alg: -7 },
					{ type: 'public-key', alg: -257 }
				],
				authenticatorSelection: { userVerification: 'required' },
				extensions: { prf: { eval: { first: salt } } }
			}
		})
	);
	if (made === null) return { kind: 'refused' };
	const { enabled, results } = made.getClientExtensionResults().prf ?? {};
	if (enabled !== true && results === undefined) return { kind: 'without-prf' };
	// Some passkeys compute only when they are used, not already when they are made.
	const secret = results === undefined ? await computedBy(passkeys, made.rawId, salt) : bytesOf(results.first);
	if (secret === null) return { kind: 'refused' };
	const nonce = randomBytes(12);
	const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, await lockOf(secret), leaderKey);
	return {
		kind: 'wrapped',
		wrapped: {
			credential: writeBase64url(new Uint8Array(made.rawId)),
			salt: writeBase64url(salt),
			nonce: writeBase64url(nonce),
			sealed: writeBase64url(new Uint8Array(sealed))
		}
	};
}

/** The key; null where the leader or the device said no, or where it is not this passkey's. */
export async function unwrapWithPasskey(
	wrapped: WrappedKey,
	passkeys: Passkeys = navigator.credentials
): Promise<Uint8Array<ArrayBuffer> | null> {
	const [credential, salt, nonce, sealed] = [wrapped.credential, wrapped.salt, wrapped.nonce, wrapped.sealed].map(
		readBase64url
	);
	if (!credential || !salt || !nonce || !sealed) return null;
	const secret = await computedBy(passkeys, credential, salt);
	if (secret === null) return null;
	try {
		const lock = await lockOf(secret);
		return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, lock, sealed));
	} catch {
		return null;
	}
}

async function computedBy(
	passkeys: Passkeys,
	id: BufferSource,
	salt: Uint8Array<ArrayBuffer>
): Promise<Uint8Array<ArrayBuffer> | null> {
	const used = await asked(() =>
		passkeys.get({
			publicKey: {
				challenge: randomBytes(32),
				rpId: location.hostname,
				allowCredentials: [{ type: 'public-key', id }],
				userVerification: 'required',
				extensions: { prf: { eval: { first: salt } } }
			}
		})
	);
	const results = used?.getClientExtensionResults().prf?.results;
	return results === undefined ? null : bytesOf(results.first);
}

/** Null where it was not allowed, was called off or took too long. */
async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | null> {
	try {
		const credential = await ask();
		return credential !== null && 'getClientExtensionResults' in credential
			? (credential as PublicKeyCredential)
			: null;
	} catch {
		return null;
	}
}

async function lockOf(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
	const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
	const info = new TextEncoder().encode('ledertrivsel passkey 1');
	const parameters: HkdfParams = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
	return crypto.subtle.deriveKey(parameters, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

function bytesOf(source: BufferSource): Uint8Array<ArrayBuffer> {
	return ArrayBuffer.isView(source)
		? new Uint8Array(source.buffer.slice(source.byteOffset, source.byteOffset + source.byteLength))
		: new Uint8Array(source);
}

function randomBytes(count: number): Uint8Array<ArrayBuffer> {
	return crypto.getRandomValues(new Uint8Array(count));
}
