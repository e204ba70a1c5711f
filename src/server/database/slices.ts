/** Cuts rows into parts, so that each statement stays far below PostgreSQL's limit of 65,535 parameters. */
export function slices<T>(rows: readonly T[], size = 2000): T[][] {
	const parts: T[][] = [];
	for (let start = 0; start < rows.length; start += size) parts.push(rows.slice(start, start + size));
	return parts;
}
