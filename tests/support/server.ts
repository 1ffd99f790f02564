import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { administer, databaseUrl } from './database';
import { e2eDatabaseUrl } from './e2e-database';

const root = fileURLToPath(new URL('../..', import.meta.url));
const NEXT = 'node_modules/next/dist/bin/next';
const PRISMA = 'node_modules/prisma/build/index.js';
const READY_ATTEMPTS = 150;

export const SECRET = 'a-secret-for-tests-that-is-long-enough-0123456789';

export type Server = Awaited<ReturnType<typeof startServer>>;

/** A migrated, empty database of this name beside the one the browser tests look at. */
export async function aDatabase(name: string): Promise<string> {
  const server = e2eDatabaseUrl();
  await administer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  const url = databaseUrl(server, name);
  await promisify(execFile)(process.execPath, [PRISMA, 'migrate', 'deploy'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
  });
  return url;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Runs the production build that is there with settings of one's own; it may well refuse. */
export function runServer(port: number, variables: Record<string, string>) {
  const child = spawn(process.execPath, [NEXT, 'start', '-p', String(port)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      NEXT_DIST_DIR: process.env.NEXT_DIST_DIR,
      NEXT_TELEMETRY_DISABLED: '1',
      NEXTAUTH_SECRET: SECRET,
      NEXTAUTH_URL: `http://localhost:${port}`,
      GUILDHALL_EMBEDDED_DATABASE: 'on',
      ...variables,
    },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => said.push(String(chunk)));
  }
  return { process: child, output: () => said.join('') };
}

/** A further server of the same build, ready to be asked. */
export async function startServer(variables: Record<string, string>, port?: number) {
  const chosen = port ?? (await freePort());
  const running = runServer(chosen, variables);
  const address = `http://localhost:${chosen}`;
  await untilReady(address, running);
  return {
    address,
    port: chosen,
    output: running.output,
    /** Asks it to stop, and waits until it has; the exit status. */
    async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
      if (running.process.exitCode !== null) return running.process.exitCode;
      const ended = once(running.process, 'exit');
      running.process.kill(signal);
      return (await ended)[0] as number | null;
    },
  };
}

type Running = { process: ChildProcess; output(): string };

async function untilReady(address: string, { process: child, output }: Running) {
  for (let attempt = 0; attempt < READY_ATTEMPTS && child.exitCode === null; attempt += 1) {
    const answer = await fetch(`${address}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(200);
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not get ready: ${output()}`);
}
