// What the drafts of the law's documents are made from, and the shape they have on a page and in Word.
import type { RetentionRules } from '#domain/retention/retention.ts';

export const privacyDrafts = ['dpia', 'record', 'accessibility'] as const;
export type PrivacyDraftName = (typeof privacyDrafts)[number];

/** Read from the settings and the database of this installation on the day of the draft. */
export type PrivacyFacts = {
	readonly organisation: string;
	/** Calendar day, such as 2027-03-01. */
	readonly day: string;
	readonly programVersion: string;
	readonly publicUrl: string;
	readonly isEncrypted: boolean;
	readonly database: 'embedded' | 'server';
	/** Name of the machine that takes the letters; null where there is none and letters lie in the data directory. */
	readonly mailHost: string | null;
	readonly mailFrom: string;
	/** Name of the provider for single sign-on; null where people sign in by mail link or passkey only. */
	readonly singleSignOn: string | null;
	/** Hours in Denmark; null: letters at all hours. */
	readonly quietHours: { readonly from: number; readonly to: number } | null;
	readonly retention: RetentionRules;
	/** How many addresses bear each role today. */
	readonly roles: readonly { readonly role: string; readonly people: number }[];
	/** Roles that nobody may use with one factor alone. */
	readonly secondFactorRoles: readonly string[];
	readonly leaders: number;
	readonly rounds: number;
	/** Fewest responses behind a figure, over all rounds; and fewest invited in a group. Null where there was no round. */
	readonly threshold: number | null;
	readonly minimumInvited: number | null;
	/** Rounds by where the key lies. */
	readonly keyCustody: { readonly file: number; readonly split: number };
	readonly graceMinutes: number;
	readonly hasMetrics: boolean;
};

export type DraftSection = {
	readonly heading: string;
	readonly paragraphs?: readonly string[];
	readonly points?: readonly string[];
	readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
};

export type PrivacyDraft = {
	readonly title: string;
	/** That it is a draft, and whose word counts. */
	readonly notice: string;
	readonly sections: readonly DraftSection[];
};
