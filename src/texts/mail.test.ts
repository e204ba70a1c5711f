import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mail as danish } from '#texts/da/mail.ts';
import { mail as english } from '#texts/en/mail.ts';

const nasty = `Søren <b>"O'Hara"</b> & co`;
const facts = {
	organisation: 'Region <i>Prøve</i>',
	round: 'Forår 2026',
	name: nasty,
	link: 'https://example.org/answer/r1#a"b&c=1',
	visibilityLink: 'https://example.org/rounds/r1/visibility',
	lastDay: '3. maj 2026',
	manifestHash: '0123 4567',
	minutes: 8,
	manifestLink: 'https://example.org/rounds/r1/manifest'
};

for (const [language, mail] of [
	['da', danish],
	['en', english]
] as const) {
	const letters = {
		invitation: mail.invitation(facts),
		reminder: mail.reminder({ ...facts, nextReminder: null }),
		signIn: mail.signIn({ link: facts.link, minutes: 15 }),
		released: mail.released(facts),
		roundKeyMissing: mail.roundKeyMissing(facts)
	};

	test(`${language}: every letter holds its link, as it is in the text and escaped in the HTML`, () => {
		for (const letter of Object.values(letters)) {
			assert.ok(letter.text.includes(`\n${facts.link}\n`));
			assert.ok(letter.html.includes('href="https://example.org/answer/r1#a&#34;b&#38;c=1"'));
			assert.ok(letter.html.includes(`<html lang="${language}">`));
		}
	});

	test(`${language}: a name with markup stays a name`, () => {
		for (const letter of [letters.invitation, letters.reminder, letters.released]) {
			assert.ok(letter.text.includes(nasty));
			assert.ok(!letter.html.includes('<b>') && !letter.html.includes('<i>'));
			assert.ok(letter.html.includes('Søren &#60;b&#62;&#34;O&#39;Hara&#34;&#60;/b&#62; &#38; co'));
		}
	});

	test(`${language}: invitation and reminder say how long, until when, what the manager can see, and whom to ask`, () => {
		for (const letter of [letters.invitation, letters.reminder]) {
			for (const fact of ['8 minut', facts.lastDay, facts.visibilityLink, facts.organisation])
				assert.ok(letter.text.includes(fact), fact);
		}
		assert.ok(mail.invitation({ ...facts, contact: 'Mette, 12 34 56 78' }).text.includes('Mette, 12 34 56 78'));
	});

	test(`${language}: no letter promises what only cryptography can keep, and no subject breaks a line`, () => {
		for (const letter of Object.values(letters)) assert.doesNotMatch(JSON.stringify(letter), /anonym/i);
		assert.equal(mail.released({ ...facts, round: 'a\r\nBcc: b' }).subject.includes('\n'), false);
	});
}
