// One size for every sealed profile, known to the browser that seals it and to the server that takes nothing else.

/** Bytes of every sealed profile: nonce, padded text and tag. */
export const sealedProfileBytes = 4096;
