/**
 * `npm start` and `npm run dev`: from a fresh clone to a running portal.
 *
 * Everything in this folder runs on plain Node 20 without dependencies, because on a fresh clone
 * there are none yet.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApplication, generateClient } from './build.mjs';
import { claimData } from './claim.mjs';
import { run as runCommand } from './commands.mjs';
import { hasPeople, migrate } from './database.mjs';
import { Failure } from './failure.mjs';
import { installDependencies } from './install.mjs';
import { chooseCollaborationPort, requireFreePort } from './ports.mjs';
import { provideDatabase } from './provide-database.mjs';
import { findNode, MODEST_HEAP, PROGRAMS, TYPESCRIPT } from './runtime.mjs';
import { lastLines, startService, waitFor, waitUntilReady } from './services.mjs';
import { session } from './session.mjs';
import { applicationEnvironment, loadEnvironmentFile, readSettings } from './settings.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const development = process.argv.includes('--dev');

process.exit(await session(start));

async function start(run) {
  const startedAt = performance.now();
  loadEnvironmentFile(ROOT);
  const settings = readSettings(ROOT);
  run.say('\n  Guildhall\n');

  const claim = await claimData(settings.data, development ? 'npm run dev' : 'npm start');
  run.atTheEnd(null, () => claim.release());
  await requireFreePort(settings);
  const collaborationPort = await chooseCollaborationPort(settings);

  await prepare(run);
  const database = await provideDatabase(run, settings, claim);
  const env = applicationEnvironment(settings, {
    databaseUrl: database.url,
    secrets: database.secrets,
    collaborationPort,
    development,
  });
  await run.step('Settings', () => checkEnvironment(env, run.signal));
  await run.step('Tables', () =>
    migrate({ root: ROOT, signal: run.signal, url: database.directUrl }),
  );
  claim.note({ databasePort: database.port ?? null }); // others may attach to it from now on
  await run.step('Demo guild', () => loadDemo(settings, env, run.signal));
  await startApplication(run, settings, env, claim);

  claim.note({ address: settings.address });
  greet(run, settings, startedAt);
  return 'stay';
}

async function prepare({ step, signal }) {
  const options = { root: ROOT, signal };
  await step('Dependencies', () => installDependencies(options));
  await step('Database client', () => generateClient(options));
  if (!development) await step('Application', () => buildApplication(options));
}

/** All that is wrong with the environment, in the words of the application that reads it. */
async function checkEnvironment(env, signal) {
  const check = [...TYPESCRIPT, 'src/launch/check-environment.ts'];
  await runCommand(findNode(ROOT), check, {
    cwd: ROOT,
    env,
    signal,
    what: 'Guildhall cannot start with these settings',
  });
  return 'in order';
}

async function loadDemo({ demo }, env, signal) {
  if (!demo) return 'not wanted';
  if (!existsSync(path.join(ROOT, 'prisma/seed/load.ts'))) return 'none here';
  if (await hasPeople(env.DATABASE_URL)) return 'there already';
  await runCommand(findNode(ROOT), [...TYPESCRIPT, 'prisma/seed/load.ts'], {
    cwd: ROOT,
    env,
    signal,
    what: 'The demo guild could not be loaded',
  });
  return 'loaded';
}

async function startApplication(run, settings, env, claim) {
  const log = (name) =>
    settings.embedded && !development ? path.join(settings.data, 'log', `${name}.log`) : null;
  const service = (name, title, args, how = {}) =>
    startService({
      ...how,
      name: title,
      node: findNode(ROOT),
      args,
      cwd: ROOT,
      env,
      logFile: log(name),
      onStart: (pid) => claim.noteProcess(name, pid),
      onRestart: (sentence) => run.say(`  ${sentence}`),
      onLost: (failure) => run.lose(withLog(failure, log(name))),
    });

  if (existsSync(path.join(ROOT, 'src/worker.ts'))) {
    await run.step('Background work', async () => {
      const watch = development ? ['--watch', '--watch-preserve-output'] : [];
      const worker = await service('worker', 'Background work', [
        ...watch,
        ...TYPESCRIPT,
        'src/worker.ts',
      ]);
      run.atTheEnd('background work', worker.stop);
      return 'started';
    });
  }
  await run.step('Web server', async () => {
    const listen = ['-p', String(settings.port), ...(settings.host ? ['-H', settings.host] : [])];
    const heap = development ? [] : MODEST_HEAP;
    const command = [...heap, PROGRAMS.next, development ? 'dev' : 'start', ...listen];
    const web = await service('web', 'The web server', command);
    run.atTheEnd('the web server', web.stop);
    await waitUntilReady(`http://${reachableHost(settings.host)}:${settings.port}`, run.signal);
    return 'ready';
  });
  if (!settings.collaborationElsewhere) await run.step('Co-editing', startCollaboration);

  // After the web server, so that it is stopped first: the web server waits for sockets to close.
  async function startCollaboration() {
    const watch = development ? ['--watch', '--watch-preserve-output'] : [];
    const command = [...watch, ...TYPESCRIPT, 'src/collaboration.ts'];
    const how = { isOptional: true };
    const collaboration = await service('collaboration', 'Co-editing', command, how);
    run.atTheEnd('co-editing', collaboration.stop);
    const { collaborationHost } = settings;
    const address = `http://${reachableHost(collaborationHost)}:${env.COLLABORATION_PORT}`;
    await waitFor('Co-editing', `${address}/healthz`, run.signal);
    return 'ready';
  }
}

function reachableHost(host) {
  return !host || host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}

function withLog(failure, logFile) {
  if (!logFile) return failure;
  return new Failure(`${failure.message} The end of ${logFile}:\n${lastLines(logFile)}`);
}

function greet({ say }, settings, startedAt) {
  const took = ((performance.now() - startedAt) / 1000).toFixed(1);
  const signIn = settings.demo
    ? 'To sign in, choose one of the demo people on that page.'
    : 'Sign in with your company account or a link by e-mail.';
  say(`\n  Ready after ${took} s: ${settings.address}`);
  say(`  ${signIn}`);
  if (settings.embedded)
    say(`  Data and logs are in ${path.relative(process.cwd(), settings.data) || '.'}.`);
  say('  Ctrl-C stops everything.\n');
}
