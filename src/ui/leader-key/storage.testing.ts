// A browser's storage for tests, and one that refuses.

type SmallStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function memoryStorage(): SmallStorage {
	const kept = new Map<string, string>();
	return {
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key)
	};
}

export function refusingStorage(): SmallStorage {
	const refuse = () => {
		throw new Error('storage is switched off');
	};
	return { getItem: refuse, setItem: refuse, removeItem: refuse };
}
