import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { spawnSync } from 'node:child_process';
import { defineConfig, type Plugin } from 'vite';

export default defineConfig({
	plugins: [
		checkedEvidence(),
		sveltekit({
			adapter: adapter({ precompress: true, envPrefix: 'KIT_' }),
			csp: {
				mode: 'nonce',
				directives: {
					'default-src': ['self'],
					'script-src': ['self'],
					'style-src': ['self'],
					'style-src-attr': ['unsafe-inline'],
					'img-src': ['self', 'data:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'form-action': ['self'],
					'frame-ancestors': ['none'],
					'base-uri': ['none'],
					'object-src': ['none']
				}
			},
			paths: { relative: false },
			version: { pollInterval: 0 }
		})
	],
	worker: { format: 'es' },
	build: { target: 'es2022', assetsInlineLimit: 0 },
	ssr: { external: ['@electric-sql/pglite'] }
});

/** A faulty evidence base stops the build, with file, record and reason of each fault. */
function checkedEvidence(): Plugin {
	return {
		name: 'checked-evidence',
		apply: 'build',
		configResolved() {
			const arguments_ = ['--disable-warning=ExperimentalWarning', 'tools/ledertrivsel.mjs', 'evidence', 'check'];
			const { status, stdout } = spawnSync(process.execPath, arguments_, { stdio: ['ignore', 'pipe', 'inherit'] });
			if (status === 0) return;
			process.stderr.write(stdout);
			throw new Error('the evidence base has faults: the build stops here');
		}
	};
}
