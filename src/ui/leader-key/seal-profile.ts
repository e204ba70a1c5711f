// A profile as the server may hold it: sealed, and of one size however much was answered.
import { sealedProfileBytes } from '#domain/ballot/sealed-profile-size.ts';
import type { RoundKeys } from './derive.ts';

/** All that is needed to show a profile again, and to compare a later one with it. */
export type KeptProfile = {
	readonly roundId: string;
	readonly roundName: string;
	readonly instrument: { readonly id: string; readonly version: number };
	/** By item; what was not answered is not there. */
	readonly answers: Readonly<Record<string, number>>;
	/** By scale, as they were computed then; null where too little was answered. */
	readonly scores: Readonly<Record<string, number | null>>;
};

const nonceBytes = 12;
const tagBytes = 16;
const lengthBytes = 2;
const textBytes = sealedProfileBytes - nonceBytes - tagBytes;

/**
 * A random nonce, then AES-256-GCM over the length, the text made shorter (deflate) and zeros; 4096 bytes in all, bound to
 * their place by the profile's id. Null where the profile is too long for that.
 */
export async function sealProfile(profile: KeptProfile, keys: RoundKeys): Promise<Uint8Array<ArrayBuffer> | null> {
	const short = await through(new TextEncoder().encode(JSON.stringify(profile)), new CompressionStream('deflate-raw'));
	if (short.length > textBytes - lengthBytes) return null;
	const padded = new Uint8Array(textBytes);
	new DataView(padded.buffer).setUint16(0, short.length);
	padded.set(short, lengthBytes);
	const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
	const sealed = await crypto.subtle.encrypt(gcm(nonce, keys), keys.sealingKey, padded);
	const whole = new Uint8Array(sealedProfileBytes);
	whole.set(nonce);
	whole.set(new Uint8Array(sealed), nonceBytes);
	return whole;
}

/** Null where the key does not fit, a byte was changed, or it is no profile. */
export async function openProfile(sealed: Uint8Array<ArrayBuffer>, keys: RoundKeys): Promise<KeptProfile | null> {
	if (sealed.length !== sealedProfileBytes) return null;
	try {
		const nonce = sealed.slice(0, nonceBytes);
		const padded = await crypto.subtle.decrypt(gcm(nonce, keys), keys.sealingKey, sealed.slice(nonceBytes));
		const length = new DataView(padded).getUint16(0);
		const short = new Uint8Array(padded, lengthBytes, length);
		const text = new TextDecoder().decode(await through(short, new DecompressionStream('deflate-raw')));
		return profileOf(JSON.parse(text));
	} catch {
		return null;
	}
}

function gcm(nonce: Uint8Array<ArrayBuffer>, keys: RoundKeys): AesGcmParams {
	return { name: 'AES-GCM', iv: nonce, additionalData: keys.profileId };
}

async function through(
	bytes: Uint8Array<ArrayBuffer>,
	stream: CompressionStream | DecompressionStream
): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

function profileOf(value: unknown): KeptProfile | null {
	if (typeof value !== 'object' || value === null) return null;
	const { roundId, roundName, instrument, answers, scores } = value as Record<string, unknown>;
	if (typeof roundId !== 'string' || typeof roundName !== 'string') return null;
	if (typeof instrument !== 'object' || instrument === null) return null;
	const { id, version } = instrument as Record<string, unknown>;
	if (typeof id !== 'string' || typeof version !== 'number') return null;
	return {
		roundId,
		roundName,
		instrument: { id, version },
		answers: recordOf(answers, (entry): entry is number => typeof entry === 'number'),
		scores: recordOf(scores, (entry): entry is number | null => entry === null || typeof entry === 'number')
	};
}

function recordOf<Value>(value: unknown, isValue: (entry: unknown) => entry is Value): Record<string, Value> {
	if (typeof value !== 'object' || value === null) return {};
	const entries: [string, unknown][] = Object.entries(value);
	return Object.fromEntries(entries.filter((entry): entry is [string, Value] => isValue(entry[1])));
}
