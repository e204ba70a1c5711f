import type { AuditInput } from '#domain/disclosure/audit-releases.ts';

/** What the worker is given. */
export type AuditTask = Required<Omit<AuditInput, 'solve'>> & { readonly secondsPerProgramme: number };
