// Lets a test import a .svelte file as it is: compiled for the server, its styles in the rendered head.
// Import this file first, then import components with `await import(…)`.
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compile, compileModule } from 'svelte/compiler';

registerHooks({
	load(url, context, nextLoad) {
		const path = url.startsWith('file:') ? fileURLToPath(url) : '';
		if (path.endsWith('.svelte')) {
			const { js } = compile(readFileSync(path, 'utf8'), { filename: path, generate: 'server', css: 'injected' });
			return { format: 'module', source: js.code, shortCircuit: true };
		}
		if (path.endsWith('.svelte.ts')) {
			const source = stripTypeScriptTypes(readFileSync(path, 'utf8'));
			const { js } = compileModule(source, { filename: path, generate: 'server' });
			return { format: 'module', source: js.code, shortCircuit: true };
		}
		return nextLoad(url, context);
	}
});
