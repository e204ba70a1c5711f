// Why a database was refused at start. The message is for the operator, in the log or on standard error.
export type Refusal =
	/** Another process has the directory open. */
	| 'in-use'
	/** The directory is of a kind that this version did not make, or cannot read. */
	| 'foreign-directory'
	/** A commit does not reach the disk. */
	| 'not-durable'
	/** A migration that has run was edited afterwards. */
	| 'migration-edited'
	/** The database has been used by a newer version. */
	| 'newer-than-code'
	/** A migration's number lies before one that has run, twice, or is missing. */
	| 'migrations-disordered'
	/** A restore was cut off; what is there is not whole. */
	| 'restore-incomplete';

export class DatabaseUnusable extends Error {
	override readonly name = 'DatabaseUnusable';
	readonly kind: Refusal;

	constructor(kind: Refusal, message: string, options?: ErrorOptions) {
		super(message, options);
		this.kind = kind;
	}
}
