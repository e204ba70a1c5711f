// A delivery report as a mail server writes it (RFC 3464), with the head of the letter it is about.
export function deliveryReport(about: {
	readonly recipient: string;
	readonly status: string;
	readonly action?: 'failed' | 'delayed';
	/** Null: the other server does not say which letter it was. */
	readonly messageId: string | null;
}): Buffer {
	const { recipient, status, action = 'failed', messageId } = about;
	return Buffer.from(
		[
			'From: MAILER-DAEMON@mx.example.org',
			'To: svar@example.org',
			'Subject: Undelivered Mail Returned to Sender',
			'MIME-Version: 1.0',
			'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
			'',
			'--b1',
			'Content-Type: text/plain; charset=utf-8',
			'',
			'I am sorry. Kære afsender, mailen kunne ikke leveres.',
			'',
			'--b1',
			'Content-Type: message/delivery-status',
			'',
			'Reporting-MTA: dns; mx.example.org',
			'',
			`Final-Recipient: rfc822; ${recipient}`,
			`Action: ${action}`,
			`Status: ${status}`,
			`Diagnostic-Code: smtp; 550 ${status} no such mailbox`,
			'',
			'--b1',
			'Content-Type: text/rfc822-headers',
			'',
			'Subject: Otte minutter',
			...(messageId === null ? [] : [`Message-ID: ${messageId}`]),
			'',
			'--b1--',
			''
		].join('\r\n')
	);
}
