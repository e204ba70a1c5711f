// A device with passkeys for tests: computes like one (a keyed hash of what it is asked), asks nobody, and can say no.
import { createHmac, randomBytes } from 'node:crypto';

type DeviceOptions = {
	readonly hasPrf?: boolean;
	/** Some devices compute already when the passkey is made. */
	readonly computesWhenMade?: boolean;
	readonly isRefusing?: () => boolean;
};

export function passkeyDevice({
	hasPrf = true,
	computesWhenMade = false,
	isRefusing = () => false
}: DeviceOptions = {}): Pick<CredentialsContainer, 'create' | 'get'> & { readonly asked: CredentialRequestOptions[] } {
	const secrets = new Map<string, Buffer>();
	const asked: CredentialRequestOptions[] = [];
	const reply = (id: Buffer, prf: unknown) =>
		({
			rawId: new Uint8Array(id).buffer,
			getClientExtensionResults: () => (prf === null ? {} : { prf })
		}) as unknown as PublicKeyCredential;
	const compute = (secret: Buffer, input: unknown) => ({
		first: new Uint8Array(
			createHmac('sha256', secret)
				.update(new Uint8Array(input as Uint8Array))
				.digest()
		).buffer
	});
	const saltOf = (options: { readonly extensions?: AuthenticationExtensionsClientInputs } | undefined) =>
		options?.extensions?.prf?.eval?.first;
	return {
		asked,
		create: async (options) => {
			if (isRefusing()) throw new DOMException('not allowed', 'NotAllowedError');
			const [id, secret] = [randomBytes(16), randomBytes(32)];
			secrets.set(id.toString('hex'), secret);
			if (!hasPrf) return reply(id, null);
			const salt = saltOf(options?.publicKey);
			return reply(id, computesWhenMade ? { enabled: true, results: compute(secret, salt) } : { enabled: true });
		},
		get: async (options) => {
			if (options !== undefined) asked.push(options);
			if (isRefusing()) throw new DOMException('not allowed', 'NotAllowedError');
			const [allowed] = options?.publicKey?.allowCredentials ?? [];
			const id = Buffer.from(new Uint8Array(allowed?.id as Uint8Array));
			const secret = secrets.get(id.toString('hex'));
			if (secret === undefined) throw new DOMException('not allowed', 'NotAllowedError');
			return reply(id, { results: compute(secret, saltOf(options?.publicKey)) });
		}
	};
}
