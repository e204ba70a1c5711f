// `npm start` on any Node from 20: installs what is missing, builds what changed, and hands over to the pinned Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const isWindows = process.platform === 'win32';
process.chdir(root);

installIfMissing();
const node = pinnedNode();
if (process.argv[2] === 'install') process.exit(0);
buildIfChanged(node);
if (process.argv[2] === 'build') process.exit(0);

const server = spawn(node, ['--disable-warning=ExperimentalWarning', 'tools/serve.ts'], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));

function installIfMissing() {
	const lock = digest(readFileSync('package-lock.json'));
	const stamp = 'node_modules/.ledertrivsel-lock';
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
	say('Installing packages from the lock file …');
	run(isWindows ? 'npm.cmd' : 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
	writeFileSync(stamp, lock);
}

function pinnedNode() {
	const own = join('node_modules', '.bin', isWindows ? 'node.cmd' : 'node');
	if (existsSync(own)) return own;
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	process.stderr.write(
		`Ledertrivsel needs Node 24, and none came with the packages for ${process.platform} ${process.arch}: please install it.\n`
	);
	process.exit(1);
}

function buildIfChanged(node) {
	const sources = ['src', 'static', 'evidence', 'package-lock.json', 'vite.config.ts', 'tsconfig.json']
		.flatMap(filesIn)
		.sort();
	const state = digest(
		sources.map((file) => `${file} ${statSync(file).size} ${digest(readFileSync(file))}`).join('\n')
	);
	const stamp = 'build/.ledertrivsel-sources';
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
	say('Building …');
	run(node, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error']);
	writeFileSync(stamp, state);
}

function filesIn(path) {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}

function digest(content) {
	return createHash('sha256').update(content).digest('hex');
}

function run(command, arguments_) {
	const result = spawnSync(command, arguments_, { stdio: ['ignore', 'inherit', 'inherit'], shell: isWindows });
	if (result.status !== 0) {
		process.stderr.write(`${command} ${arguments_.join(' ')} failed\n`);
		process.exit(1);
	}
}

function say(line) {
	process.stdout.write(`${line}\n`);
}
