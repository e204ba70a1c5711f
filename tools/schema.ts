// Writes src/server/database/schema.sql and tables.ts from the migrations; `--check` compares instead of writing.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

type Column = {
	table: string;
	column: string;
	type: string;
	element: string;
	nullable: boolean;
	hasDefault: boolean;
	defaultText: string | null;
};

const databaseDirectory = new URL('../src/server/database/', import.meta.url);

const typeOf: Readonly<Record<string, string>> = {
	uuid: 'string',
	text: 'string',
	bool: 'boolean',
	int4: 'number',
	int8: 'string',
	float8: 'number',
	timestamptz: 'Date',
	date: 'string',
	json: 'Json',
	jsonb: 'Json',
	bytea: 'Buffer',
	_float8: '(number | null)[]',
	_int2: '(number | null)[]',
	_text: 'string[]'
};

async function describe(): Promise<{ sql: string; types: string }> {
	const database = await PGlite.create();
	const migrations = new URL('migrations/', databaseDirectory);
	for (const file of readdirSync(migrations).sort())
		await database.exec(readFileSync(new URL(file, migrations), 'utf8'));
	const { rows } = await database.query<Column>(`
		select c.table_name as table, c.column_name as column, c.udt_name as type, c.udt_name as element,
			c.is_nullable = 'YES' as nullable, c.column_default is not null as "hasDefault", c.column_default as "defaultText"
		from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
		where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
		order by c.table_name, c.ordinal_position`);
	const constraints = (
		await database.query<{ table: string; definition: string }>(`
		select conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition from pg_constraint
		where connamespace = 'public'::regnamespace and contype <> 'n' order by 1, contype desc, 2`)
	).rows;
	const indexes = (
		await database.query<{ definition: string }>(`
		select indexdef as definition from pg_indexes where schemaname = 'public'
			and indexname not in (select conname from pg_constraint) order by 1`)
	).rows;
	await database.close();
	const tables = [...new Set(rows.map((row) => row.table))];
	return { sql: sqlOf({ tables, rows, constraints, indexes }), types: typesOf(tables, rows) };
}

function sqlOf(schema: {
	tables: readonly string[];
	rows: readonly Column[];
	constraints: readonly { table: string; definition: string }[];
	indexes: readonly { definition: string }[];
}): string {
	const parts = schema.tables.map((table) => {
		const lines = schema.rows
			.filter((row) => row.table === table)
			.map(
				(row) =>
					`\t${row.column} ${row.type}${row.nullable ? '' : ' not null'}${row.defaultText === null ? '' : ` default ${row.defaultText}`}`
			);
		const rules = schema.constraints
			.filter((rule) => rule.table === table || rule.table === `"${table}"`)
			.map((rule) => `\t${rule.definition}`);
		return `create table ${table} (\n${[...lines, ...rules].join(',\n')}\n);\n`;
	});
	const indexes = schema.indexes.map((index) => `${index.definition.replaceAll('public.', '')};\n`);
	return `-- Generated from the migrations by \`npm run schema\`; do not edit.\n\n${parts.join('\n')}\n${indexes.join('')}`;
}

function typesOf(tables: readonly string[], rows: readonly Column[]): string {
	const pascal = (name: string) => name.replace(/(^|_)(\w)/g, (_match, _bar, letter: string) => letter.toUpperCase());
	const parts = tables.map((table) => {
		const lines = rows
			.filter((row) => row.table === table)
			.map((row) => {
				const base = typeOf[row.type];
				if (base === undefined) throw new Error(`no TypeScript type declared for ${row.type} (${table}.${row.column})`);
				const type = !row.nullable ? base : base === 'Json' ? 'NullableJson' : `${base} | null`;
				if (row.hasDefault && type === 'Json') return `\t${row.column}: GeneratedJson;`;
				return `\t${row.column}: ${row.hasDefault ? `Generated<${type}>` : type};`;
			});
		return `export type ${pascal(table)}Table = {\n${lines.join('\n')}\n};\n`;
	});
	const all = tables.map((table) => `\t${table}: ${pascal(table)}Table;`).join('\n');
	return `// Generated from the migrations by \`npm run schema\`; do not edit.
import type { ColumnType, Generated } from 'kysely';

/** Read as a parsed value, written as JSON text. */
type Json = ColumnType<unknown, string, string>;
type GeneratedJson = ColumnType<unknown, string | undefined, string>;
type NullableJson = ColumnType<unknown, string | null, string | null>;

${parts.join('\n')}
export type Tables = {
${all}
};
`;
}

const described = await describe();
const targets = [
	[new URL('schema.sql', databaseDirectory), described.sql],
	[new URL('tables.ts', databaseDirectory), described.types]
] as const;
for (const [file, content] of targets) {
	if (!process.argv.includes('--check')) writeFileSync(file, content);
	else if (readFileSync(file, 'utf8') !== content) {
		process.stderr.write(`${file.pathname.split('/').pop()} differs from the migrations: run npm run schema\n`);
		process.exitCode = 1;
	}
}
