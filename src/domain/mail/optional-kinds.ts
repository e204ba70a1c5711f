// Letters that somebody may refuse: those that remind, invite to look, or follow up. An invitation to a round, a letter that
// one has asked for, and one that work or safety hangs on are not among them.

export const optionalKinds = ['reminder', 'check-in', 'booster', 'dialogue', 'released'] as const;

export type OptionalKind = (typeof optionalKinds)[number];

export function isOptionalKind(kind: string): kind is OptionalKind {
	return optionalKinds.some((optional) => optional === kind);
}
