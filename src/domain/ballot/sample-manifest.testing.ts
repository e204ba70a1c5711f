// A manifest for tests: well formed, with keys that are only as long as keys are.
import { writeBase64url } from './base64url.ts';
import type { Manifest } from './manifest.ts';

export function someManifest({ groups }: { readonly groups: number }): Manifest {
	return {
		format: 'ledertrivsel-manifest-1',
		organisation: 'Hospitalet',
		round: { id: 'r1', name: 'Efterår', opensOn: '2026-11-02', closesOn: '2026-11-16' },
		instrument: { id: 'ledertrivsel-1', version: 1 },
		rules: { threshold: 5, minimumInvited: 8 },
		answersKey: writeBase64url(new Uint8Array(65).fill(4)),
		previous: null,
		groups: Array.from({ length: groups }, (_, at) => ({
			id: `g${at + 1}`,
			name: `Afdeling ${at + 1}`,
			path: ['Hospitalet'],
			units: [`Afsnit ${at + 1}A`, `Afsnit ${at + 1}B`],
			attributes: {},
			invited: 9 + at,
			key: writeBase64url(new Uint8Array(294).fill(at + 1))
		}))
	};
}
