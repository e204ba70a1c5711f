// Only the hash of a check-in's token is stored: whoever reads the database cannot answer for anybody.
import { createHash } from 'node:crypto';

export function hashCheckInToken(token: string): Buffer {
	return createHash('sha256').update(`check-in ${token}`).digest();
}
