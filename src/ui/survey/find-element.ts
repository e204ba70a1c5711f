// The page and its script are written together: what the script needs and does not find is a fault of ours.

export function findElement(within: ParentNode, selector: string): HTMLElement {
	const element = within.querySelector<HTMLElement>(selector);
	if (element === null) throw new Error(`the page lacks ${selector}`);
	return element;
}
