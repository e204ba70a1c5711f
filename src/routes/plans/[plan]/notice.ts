// What the page says of what the reader just did, from its address: only these words can be asked for.
export type PlanNotice = 'saved' | 'changed' | 'takenOver' | 'hasOwner' | 'isEnded';

const notices: ReadonlyMap<string, PlanNotice> = new Map([
	['changed', 'changed'],
	['taken-over', 'takenOver'],
	['has-owner', 'hasOwner'],
	['ended', 'isEnded']
]);

export function noticeOf(query: URLSearchParams): PlanNotice | null {
	if (query.has('saved')) return 'saved';
	return notices.get(query.get('done') ?? '') ?? null;
}
