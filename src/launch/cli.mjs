/**
 * `npm run import -- …`, `npm run bench -- …`: programs beside the portal. Each gets what it needs
 * (dependencies, client, a migrated database, a build) prepared as `npm start` does it, and then
 * runs in the terminal. A new one is one more entry in this table and one script in package.json.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildApplication, generateClient } from './build.mjs';
import { environmentWithDatabase } from './environment-with-database.mjs';
import { Failure } from './failure.mjs';
import { installDependencies } from './install.mjs';
import { provideBrowser } from './provide-browser.mjs';
import { findNode, TYPESCRIPT } from './runtime.mjs';
import { session } from './session.mjs';
import { loadEnvironmentFile, readSettings } from './settings.mjs';

const PROGRAMS = {
  import: { entry: 'src/import.ts', needsDatabase: true },
  'import wiki': { entry: 'src/import-wiki.ts', needsDatabase: true },
  bench: { entry: 'tests/bench/run.ts', needsBuild: true, needsBrowser: true },
  // One part by itself, such as search-quality: without a build, without a browser.
  'bench --only': { entry: 'tests/bench/only.ts' },
};

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { name, args } = programAsked(process.argv.slice(2));
let exitCode = 1;

const failed = await session(async (run) => {
  const program = PROGRAMS[name];
  if (!program) {
    throw new Failure(`There is no "${name}"; there is: ${Object.keys(PROGRAMS).join(', ')}.`);
  }
  loadEnvironmentFile(ROOT);
  const env = await prepare(run, program);
  exitCode = await inTheTerminal([...TYPESCRIPT, program.entry, ...args], env, run.signal);
  return 'done';
});
process.exit(failed || exitCode);

/** Two words name a program if there is one for them, otherwise the first does. */
function programAsked([first = '', second, ...rest]) {
  const both = `${first} ${second}`;
  if (both in PROGRAMS) return { name: both, args: rest };
  return { name: first, args: second === undefined ? [] : [second, ...rest] };
}

async function prepare(run, { needsDatabase, needsBuild, needsBrowser }) {
  const options = { root: ROOT, signal: run.signal };
  const forTests = Boolean(needsBrowser);
  await run.step('Dependencies', () => installDependencies({ ...options, forTests }));
  await run.step('Database client', () => generateClient(options));
  if (needsBuild) await run.step('Application', () => buildApplication(options));
  if (needsBrowser) await run.step('Browser', () => provideBrowser(run.signal));
  if (!needsDatabase) return process.env;
  return environmentWithDatabase(run, readSettings(ROOT), `npm run ${name}`);
}

function inTheTerminal(command, env, signal) {
  return new Promise((resolve, reject) => {
    const child = spawn(findNode(ROOT), command, { cwd: ROOT, env, stdio: 'inherit' });
    signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
