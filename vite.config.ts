import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { checkedEvidence } from './tools/checked-evidence.ts';

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
