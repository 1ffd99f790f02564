/**
 * `npm test`: everything that is checked, from a fresh clone, ending with one line that adds up.
 * A step that fails does not keep the later ones from running; the exit code tells.
 * `npm test -- unit integration` runs only the steps whose names are given.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApplication, generateClient, isBuilt } from './build.mjs';
import { currentClaim } from './claim.mjs';
import { Failure } from './failure.mjs';
import { installDependencies } from './install.mjs';
import { freePort } from './ports.mjs';
import { provideBrowser } from './provide-browser.mjs';
import { findNode, PROGRAMS } from './runtime.mjs';
import { describeFailure, seconds } from './steps.mjs';
import { add, countRun, NOTHING, readers, sentence } from './test-counts.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CONFIG = { vitest: 'tests/vitest.config.ts', playwright: 'tests/playwright.config.ts' };
const wanted = process.argv.slice(2);
const { signal } = stopWithUs();

const reports = mkdtempSync(path.join(os.tmpdir(), 'guildhall-tests-'));
chmodSync(reports, 0o755); // the database in it runs under another account
process.once('exit', () => rmSync(reports, { recursive: true, force: true, maxRetries: 5 }));

const total = await main();
console.log(`\n${sentence(total)}`);
process.exit(total.failed > 0 ? 1 : 0);

async function main() {
  const startedAt = performance.now();
  const options = { root: ROOT, signal, forTests: true };
  const prepared = await prepare('Dependencies', () => installDependencies(options));
  if (!prepared) return { ...NOTHING, failed: 1 };
  const client = await prepare('Database client', () => generateClient(options));

  let total = client ? NOTHING : { ...NOTHING, failed: 1 };
  for (const suite of suites().filter(isWanted)) {
    if (signal.aborted) return { ...total, failed: total.failed + 1 };
    total = add(total, await runSuite(suite));
  }
  console.log(`\nAll of it took${seconds(startedAt)}.`);
  return total;
}

/** Without names everything runs but what takes an hour. */
function isWanted({ name, isHeavy }) {
  return wanted.length === 0 ? !isHeavy : wanted.includes(name);
}

async function prepare(title, work) {
  const startedAt = performance.now();
  try {
    console.log(`${title}: ${await work()} ${seconds(startedAt)}`);
    return true;
  } catch (error) {
    console.log(`${title}: failed ${seconds(startedAt)}\n${describeFailure(error)}`);
    return false;
  }
}

/** Each suite: commands one after the other, and how to count what the last one reports. */
function suites() {
  const vitest = (name) => ({
    name,
    reader: readers.vitest,
    commands: (report) =>
      [[PROGRAMS.vitest, 'run', '--config', CONFIG.vitest, '--project', name]].map((command) => [
        ...command,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ]),
  });
  return [
    {
      name: 'lint',
      reader: readers.check,
      commands: () => [[PROGRAMS.biome, 'check', '--config-path=.biome.json', '.']],
    },
    {
      name: 'types',
      reader: readers.check,
      commands: () => [
        [PROGRAMS.next, 'typegen'],
        [PROGRAMS.tsc, '--noEmit'],
      ],
    },
    vitest('unit'),
    vitest('integration'),
    { ...vitest('heavy'), isHeavy: true },
    {
      name: 'launch',
      reader: readers.node,
      commands: (report) => [launchTests(report)],
      // The launcher has to do with the Node a newcomer has, so its tests run on that one.
      node: process.execPath,
    },
    {
      name: 'e2e',
      reader: readers.playwright,
      before: prepareBrowserTests,
      commands: () => [[PROGRAMS.playwright, 'test', '--config', CONFIG.playwright]],
      env: (report) => ({ E2E_REPORT: report, E2E_DATA: path.join(reports, 'e2e') }),
    },
  ];
}

function launchTests(report) {
  const files = readdirSync(path.join(ROOT, 'tests/launch'))
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => `tests/launch/${name}`);
  const reporters = [
    ['spec', 'stdout'],
    ['tap', report],
  ].flatMap(([name, to]) => [`--test-reporter=${name}`, `--test-reporter-destination=${to}`]);
  return ['--test', '--test-concurrency=3', ...reporters, ...files];
}

async function prepareBrowserTests() {
  const browser = await prepare('Browser', () => provideBrowser(signal));
  const build = await prepare('Production build', () => {
    const running = currentClaim(path.join(ROOT, '.data'));
    if (running && !isBuilt(ROOT)) {
      throw new Failure(
        `"${running.purpose}" runs from this folder (process ${running.launcher.pid}), and a new build would take its files away; stop it first.`,
      );
    }
    return buildApplication({ root: ROOT, signal });
  });
  process.env.E2E_PORT ??= String(await freePort());
  return browser && build;
}

async function runSuite({ name, reader, before, commands, env, node = findNode(ROOT) }) {
  const startedAt = performance.now();
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const report = path.join(reports, `${name}.report`);
  const isPrepared = before ? await before() : true;
  let exitCode = isPrepared ? 0 : 1;
  if (isPrepared) {
    for (const command of commands(report)) exitCode ||= await run(node, command, env?.(report));
  }
  const counts = countRun(reader, report, exitCode);
  console.log(`── ${name}: ${sentence(counts)} ${seconds(startedAt)}`);
  return counts;
}

function run(node, args, env) {
  return new Promise((resolve) => {
    const child = spawn(node, args, {
      cwd: ROOT,
      env: { ...testEnvironment(), ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const stop = () => child.kill('SIGTERM');
    signal.addEventListener('abort', stop, { once: true });
    child.once('error', () => resolve(1));
    child.once('close', (code) => {
      signal.removeEventListener('abort', stop);
      resolve(code ?? 1);
    });
  });
}

/** The tests make databases of their own; a database of yours is nothing they should know of. */
function testEnvironment() {
  const { DATABASE_URL, DIRECT_DATABASE_URL, NODE_ENV, ...rest } = process.env;
  return { ...rest, NEXT_TELEMETRY_DISABLED: '1' };
}

function stopWithUs() {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(name, () => controller.abort(name));
  return controller;
}
