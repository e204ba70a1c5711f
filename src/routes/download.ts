// What is kept as a file and not shown: every download of the site is answered here.

/** `mediaType`: as it stands in the header, with its charset where it is text. `fileName`: plain letters, made by us. */
export function download(file: {
	readonly content: BodyInit;
	readonly mediaType: string;
	readonly fileName: string;
}): Response {
	return new Response(file.content, {
		headers: { 'content-type': file.mediaType, 'content-disposition': `attachment; filename="${file.fileName}"` }
	});
}
