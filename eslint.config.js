import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';

export default typescript.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'data/', 'node_modules/$app/'] },
	...typescript.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'no-undef': 'off',
			eqeqeq: 'error',
			'prefer-const': 'error',
			'svelte/no-navigation-without-resolve': 'off',
			'svelte/no-at-html-tags': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: typescript.parser } }
	},
	{
		files: ['src/domain/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				'process',
				'console',
				'fetch',
				'document',
				'window',
				'setTimeout',
				'setInterval'
			],
			'no-restricted-syntax': [
				'error',
				{ selector: 'ClassDeclaration', message: 'The domain has no classes.' },
				{ selector: ':function[async=true]', message: 'The domain does not wait for anything.' }
			]
		}
	}
);
