// Every subject, in English.
export { certaintyWords } from './certainty.ts';
export { evidenceStatus } from './evidence-status.ts';
export { knowledge } from './knowledge.ts';
export { mail } from './mail.ts';
export { methods } from './methods.ts';
export { operation } from './operation.ts';
export { organisationImport } from './organisation-import.ts';
export { organisation } from './organisation.ts';
export { outbox } from './outbox.ts';
export { plans } from './plans.ts';
export { profile } from './profile.ts';
export { results } from './results.ts';
export { rounds } from './rounds.ts';
export { signIn } from './sign-in.ts';
export { site } from './site.ts';
export { survey } from './survey.ts';
export { ui } from './ui.ts';
