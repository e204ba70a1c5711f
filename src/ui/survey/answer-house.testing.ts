// An answer house for tests: it keeps the contract with the platform's own RSA and HPKE, and can be made to fail.
import { constants, createHash, generateKeyPairSync, privateDecrypt, verify } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { writeManifest, type Manifest } from '#domain/ballot/manifest.ts';
import { someManifest } from '#domain/ballot/sample-manifest.testing.ts';
import { hashManifest } from '#ui/ballot/manifest-check.ts';
import type { Exchange, Reply } from './exchange.ts';

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const round = await suite.kem.generateKeyPair();
const pairs = [1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 65_537 }));
const base = someManifest({ groups: 2 });

export const manifest: Manifest = {
	...base,
	answersKey: Buffer.from(await suite.kem.serializePublicKey(round.publicKey)).toString('base64url'),
	groups: base.groups.map((group, at) => ({
		...group,
		key: pairs[at]?.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url') ?? ''
	}))
};
export const manifestText = writeManifest(manifest);
export const manifestHash = await hashManifest(manifestText);

type Body = Readonly<Record<string, string>>;
/** `lost-before`: the request does not arrive; `lost-after`: it does its work, and the answer is lost. */
export type Trouble = 'lost-before' | 'lost-after' | 'busy' | 'proxy page' | null;

export type AnswerHouse = {
	readonly exchange: Exchange;
	readonly asked: { readonly path: string; readonly body: Body }[];
	readonly troubles: string[];
	/** By ballot hash. */
	readonly box: Map<string, string>;
	readonly open: (ballotHash: string) => Promise<Uint8Array>;
};

/** One invitation, of the first group. `troubles`: what happens to each request, in order. */
export function answerHouse({
	troubles = [],
	refuse = {},
	manifest: shown = manifestText
}: {
	readonly troubles?: readonly Trouble[];
	/** What a path answers instead. */
	readonly refuse?: Readonly<Record<string, string>>;
	readonly manifest?: string;
} = {}): AnswerHouse {
	const asked: { path: string; body: Body }[] = [];
	const told: string[] = [];
	const box = new Map<string, string>();
	let signed: string | null = null;

	function reply(path: string, body: Body): Reply {
		const name = path.split('/').at(-1) ?? '';
		const refusal = refuse[name];
		if (refusal !== undefined) return json({ kind: refusal }, 409);
		if (name === 'manifest') return { status: 200, kind: null, text: shown };
		if (name === 'invitation') return json({ kind: 'invitation', group: 'g1' });
		return name === 'collect' ? collect(body) : submit(body);
	}

	function collect({ blinded = '' }: Body): Reply {
		if (signed !== null && signed !== blinded) return json({ kind: 'already-collected' }, 409);
		signed = blinded;
		const key = pairs[0]?.privateKey;
		if (key === undefined) throw new Error('no key');
		const signature = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.from(blinded, 'base64url'));
		return json({ kind: 'collected', signature: signature.toString('base64url') });
	}

	function submit({ manifest: hash, ballot = '', signature = '', sealed = '' }: Body): Reply {
		if (hash !== manifestHash) return json({ kind: 'other-manifest' }, 409);
		const message = Buffer.from(ballot, 'base64url');
		const pss = { key: pairs[0]?.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
		if (
			pss.key === undefined ||
			!verify('sha384', message, { ...pss, key: pss.key }, Buffer.from(signature, 'base64url'))
		)
			return json({ kind: 'not-a-ballot' }, 400);
		const ballotHash = createHash('sha256').update(message).digest('hex');
		const kept = box.get(ballotHash) ?? sealed;
		box.set(ballotHash, kept);
		return kept === sealed ? json({ kind: 'stored' }) : json({ kind: 'used' }, 409);
	}

	const ask = async (path: string, body: Body): Promise<Reply | null> => {
		const trouble = troubles[asked.length] ?? null;
		asked.push({ path, body });
		if (trouble === 'lost-before') return null;
		if (trouble === 'busy') return json({ kind: 'busy' }, 503);
		if (trouble === 'proxy page') return { status: 200, kind: null, text: '<html>' };
		const answer = reply(path, body);
		return trouble === 'lost-after' ? null : answer;
	};
	return {
		asked,
		troubles: told,
		box,
		exchange: {
			post: (path, body) => ask(path, body as Body),
			get: (path) => ask(path, {}),
			wait: async (attempt) => {
				if (attempt > 20) throw new Error('never answered');
			},
			onTrouble: (trouble) => told.push(trouble)
		},
		open: async (ballotHash) => {
			const sealed = Buffer.from(box.get(ballotHash) ?? '', 'base64url');
			const context = await suite.createRecipientContext({
				recipientKey: round,
				enc: Uint8Array.from(sealed.subarray(0, 65)).buffer,
				info: new TextEncoder().encode(`ledertrivsel-answers-1|r1|g1|${manifestHash}`).buffer
			});
			const aad = Uint8Array.from(Buffer.from(ballotHash, 'hex')).buffer;
			return new Uint8Array(await context.open(Uint8Array.from(sealed.subarray(65)).buffer, aad));
		}
	};
}

function json(body: Readonly<Record<string, unknown>> & { readonly kind: string }, status = 200): Reply {
	return { status, kind: body.kind, text: JSON.stringify(body) };
}
