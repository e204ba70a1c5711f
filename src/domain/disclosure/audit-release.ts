import { auditReleases } from './audit-releases.ts';
import type { AuditOutcome } from './audit-releases.ts';
import type { AuditedRelease } from './audit-system.ts';

export type { AuditOutcome, ReleaseBreach } from './audit-releases.ts';

/** Attacks one release by itself: see `auditReleases`. Groups that overlap and say more than their parts are a breach. */
export function auditRelease(input: AuditedRelease): AuditOutcome {
	return auditReleases({ releases: [input] });
}
