import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_MILLISECONDS = 60_000;
const POLL_MILLISECONDS = 20;

export type Server = {
  address: string;
  pid: number;
  /** From the start of the process to its first answer of 200. */
  startMilliseconds: number;
  stop(): Promise<void>;
};

/** A port that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Runs `next start` on a production build and waits until it answers. */
export async function startNext(options: {
  directory: string;
  nextBinary: string;
  environment: Record<string, string>;
  readyPath: string;
  /** Options for Node. */
  nodeOptions?: readonly string[];
}): Promise<Server> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const before = performance.now();
  const command = [...(options.nodeOptions ?? []), options.nextBinary, 'start', '-p', String(port)];
  const child = spawn(process.execPath, command, {
    cwd: options.directory,
    env: { ...process.env, ...options.environment, NODE_ENV: 'production', NEXTAUTH_URL: address },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilReady(child, `${address}${options.readyPath}`);
  const startMilliseconds = performance.now() - before;
  return { address, pid: child.pid as number, startMilliseconds, stop: () => end(child) };
}

async function untilReady(child: ChildProcess, url: string) {
  const deadline = performance.now() + READY_MILLISECONDS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    const response = await fetch(url).catch(() => null);
    if (response?.status === 200) return;
    await sleep(POLL_MILLISECONDS);
  }
  throw new Error(`${url} did not answer 200 within a minute.`);
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** A Postgres for this run only; it goes when this process does. */
export async function startPostgres(
  root: string,
): Promise<{ server: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [`${root}/src/launch/temporary-postgres.mjs`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  for await (const server of createInterface({ input: child.stdout })) {
    return {
      server,
      async stop() {
        child.stdin.end();
        await once(child, 'exit');
      },
    };
  }
  throw new Error('The Postgres for the measurements did not start.');
}

/** Lays out a database as the portal does. */
export function migrateDatabase(root: string, url: string): void {
  const prisma = path.join(root, 'node_modules/prisma/build/index.js');
  execFileSync(process.execPath, [prisma, 'migrate', 'deploy'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
    stdio: 'pipe',
  });
}

/** Resident memory of a process and its descendants in MiB; needs Linux' /proc, elsewhere null. */
export function residentMebibytes(pid: number): number | null {
  try {
    const parents = new Map(
      readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map((name) => [Number(name), parentOf(Number(name))]),
    );
    const isOurs = (id: number): boolean =>
      id === pid || ((parents.get(id) ?? 0) > 1 && isOurs(parents.get(id) as number));
    const kibibytes = [...parents.keys()].filter(isOurs).map(residentKibibytes);
    return kibibytes.reduce((sum, size) => sum + size, 0) / 1024;
  } catch {
    return null;
  }
}

const statusOf = (pid: number, field: string) =>
  new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];

function parentOf(pid: number): number {
  try {
    return Number(statusOf(pid, 'PPid') ?? 0);
  } catch {
    // It has ended since the folder was listed.
    return 0;
  }
}

function residentKibibytes(pid: number): number {
  try {
    return Number(statusOf(pid, 'VmRSS') ?? 0);
  } catch {
    return 0;
  }
}
