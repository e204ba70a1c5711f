/** Of the workers that send, and of who accounts for what they sent: a letter is known by a Message-ID made with it. */
export const workerSecret = 'a secret for workers that is long enough';
