// What the main thread and the database's worker say to each other.
import type { ClusterEvent } from './cluster-directory.ts';
import type { Refusal } from './database-unusable.ts';

export type ToWorker =
	/** Whole messages of PostgreSQL's wire protocol. */
	| { readonly kind: 'execute'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
	/** A new connection begins: leave nothing of the last one (open transaction, settings, prepared statements). */
	| { readonly kind: 'reset'; readonly id: number }
	| { readonly kind: 'close'; readonly id: number };

export type FromWorker =
	| { readonly kind: 'event'; readonly event: ClusterEvent }
	| { readonly kind: 'ready' }
	| { readonly kind: 'refused'; readonly refusal: Refusal | null; readonly message: string }
	| { readonly kind: 'reply'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
	/** PostgreSQL gave up; what it last said. The worker ends after this. */
	| { readonly kind: 'died'; readonly message: string };

export type WorkerData = { readonly dataDirectory: string };
