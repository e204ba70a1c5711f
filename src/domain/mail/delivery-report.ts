// What another mail server reports of a letter (RFC 3464), read from the lines of its report; and what its codes mean
// (RFC 3463).

export type DeliveryReport = {
	/** As we wrote to it, where the report says so; else where it was forwarded to. Lower case. */
	readonly recipient: string;
	readonly action: 'failed' | 'delayed' | 'delivered';
	/** Such as 5.1.1. */
	readonly status: string;
	/** The other server's own words, in one line; empty where it gave none. */
	readonly words: string;
};

/**
 * The recipients of a delivery-status part. Fields stand in blocks that empty lines part; the first is about the message.
 * Blocks without a recipient or with an action that is none are left out: an empty list is no report.
 */
export function readDeliveryReports(status: string): DeliveryReport[] {
	const blocks = status
		.replaceAll(/\r\n?/g, '\n')
		.replaceAll(/\n[ \t]+/g, ' ')
		.split(/\n\s*\n/);
	return blocks.flatMap((block) => {
		const fields = new Map(
			block.split('\n').flatMap((line) => {
				const colon = line.indexOf(':');
				return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
			})
		);
		const recipient = addressOf(fields.get('original-recipient')) ?? addressOf(fields.get('final-recipient'));
		const action = actionOf(fields.get('action'));
		if (recipient === null || action === null) return [];
		return [
			{
				recipient,
				action,
				status: /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '',
				words: (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+;\s*/, '').slice(0, 300)
			}
		];
	});
}

/**
 * True where the code says that no letter will ever arrive at the address: no such mailbox or domain, or it is closed. A full
 * mailbox or a letter that was taken for unwanted says nothing of the address.
 */
export function isAddressWrong(status: string): boolean {
	return /^5\.1\.\d+$/.test(status) || ['5.0.0', '5.2.1', '5.4.4'].includes(status);
}

/** "rfc822; somebody@example.org". */
function addressOf(field: string | undefined): string | null {
	const address = /^\s*(?:[\w-]+\s*;)?\s*<?([^\s<>@]+@[^\s<>@]+)>?\s*$/.exec(field ?? '')?.[1];
	return address?.toLowerCase() ?? null;
}

function actionOf(field: string | undefined): DeliveryReport['action'] | null {
	switch (field?.toLowerCase()) {
		case 'failed':
			return 'failed';
		case 'delayed':
			return 'delayed';
		case 'delivered':
		case 'relayed':
		case 'expanded':
			return 'delivered';
		default:
			return null;
	}
}
