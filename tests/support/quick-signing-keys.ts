// Loaded before test files and before the programs that they start: RSA pairs as real as any other, of primes that this process
// found earlier. Nearly all of the work in a pair is to find its two primes, and a demonstration asks for more than a hundred
// pairs; n primes give n(n-1)/2 of them, no two alike. Nothing in the product knows of it.
import crypto, { createPrivateKey, createPublicKey, generatePrime, type KeyObject } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { promisify } from 'node:util';

type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
type Options = { readonly modulusLength?: number; readonly publicExponent?: number };

const bits = 2048;
const exponent = 65_537n;

const original = promisify(crypto.generateKeyPair) as (type: string, options: Options) => Promise<Pair>;

const primes: bigint[] = [];
/** Which primes of `primes` make the next pair; `second` is the larger. */
let [first, second] = [0, 1];
let isFree: Promise<unknown> = Promise.resolve();

function generate(type: string, options: Options): Promise<Pair> {
	const isAsked = type === 'rsa' && options.modulusLength === bits && options.publicExponent === Number(exponent);
	if (!isAsked || Object.keys(options).length > 2) return original(type, options);
	const pair = isFree.then(nextPair);
	isFree = pair.catch(() => {});
	return pair;
}

async function nextPair(): Promise<Pair> {
	while (primes.length <= second) primes.push(await freshPrime());
	const [p, q] = [primes[second] ?? 0n, primes[first] ?? 0n];
	first += 1;
	if (first === second) [first, second] = [0, second + 1];
	return pairOf(p, q);
}

/** With its two highest bits set, so that every product of two has all its 2048 bits. */
async function freshPrime(): Promise<bigint> {
	for (;;) {
		const prime = await findPrime();
		if ((prime - 1n) % exponent !== 0n && prime >> BigInt(bits / 2 - 2) === 3n && !primes.includes(prime)) return prime;
	}
}

function findPrime(): Promise<bigint> {
	return new Promise((resolve, reject) =>
		generatePrime(bits / 2, { bigint: true }, (error, prime) => (error ? reject(error) : resolve(prime)))
	);
}

function pairOf(p: bigint, q: bigint): Pair {
	const d = inverse(exponent, (p - 1n) * (q - 1n));
	const numbers = { n: p * q, e: exponent, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
	const key = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, base64url(value)]));
	const privateKey = createPrivateKey({ key: { kty: 'RSA', ...key }, format: 'jwk' });
	return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** The number that times `value` leaves one over when divided by `modulus`. */
function inverse(value: bigint, modulus: bigint): bigint {
	let [rest, next] = [modulus, value % modulus];
	let [factor, nextFactor] = [0n, 1n];
	while (next !== 0n) {
		const times = rest / next;
		[rest, next] = [next, rest - times * next];
		[factor, nextFactor] = [nextFactor, factor - times * nextFactor];
	}
	return factor < 0n ? factor + modulus : factor;
}

function base64url(value: bigint): string {
	const digits = value.toString(16);
	return Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex').toString('base64url');
}

type Told = (error: Error | null, publicKey?: KeyObject, privateKey?: KeyObject) => void;
const withCallback = (type: string, options: Options, told: Told) =>
	void generate(type, options).then(({ publicKey, privateKey }) => told(null, publicKey, privateKey), told);

Object.assign(crypto, { generateKeyPair: Object.assign(withCallback, { [promisify.custom]: generate }) });
syncBuiltinESMExports();
