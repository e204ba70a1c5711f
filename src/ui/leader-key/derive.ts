// From the leader's key to what one round needs. Whoever sees what belongs to two rounds cannot tell that one key made both.

export type RoundKeys = {
	/** 32 bytes: where the sealed profile lies. */
	readonly profileId: Uint8Array<ArrayBuffer>;
	/** 32 bytes: whoever shows them may replace or remove the profile; the server keeps their hash. */
	readonly writer: Uint8Array<ArrayBuffer>;
	/** AES-256-GCM; never leaves the browser. */
	readonly sealingKey: CryptoKey;
};

const salt = new TextEncoder().encode('ledertrivsel leader key 1');

/** HKDF with SHA-256 (RFC 5869): one value for each purpose and round. `leaderKey`: 16 bytes. */
export async function deriveRoundKeys(leaderKey: Uint8Array<ArrayBuffer>, roundId: string): Promise<RoundKeys> {
	const base = await crypto.subtle.importKey('raw', leaderKey, 'HKDF', false, ['deriveBits', 'deriveKey']);
	const bytesFor = async (purpose: string) =>
		new Uint8Array(await crypto.subtle.deriveBits(parameters(purpose, roundId), base, 256));
	const [profileId, writer, sealingKey] = await Promise.all([
		bytesFor('profile id'),
		bytesFor('profile writer'),
		crypto.subtle.deriveKey(parameters('profile key', roundId), base, { name: 'AES-GCM', length: 256 }, false, [
			'encrypt',
			'decrypt'
		])
	]);
	return { profileId, writer, sealingKey };
}

function parameters(purpose: string, roundId: string): HkdfParams {
	return { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(`${purpose}\n${roundId}`) };
}
