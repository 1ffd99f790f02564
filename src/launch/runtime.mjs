import { existsSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';

const NEEDED = [22, 12];

/**
 * The Node that runs the application. The launcher itself is content with Node 20; what it starts
 * needs a newer one, which npm brings along for Linux.
 */
export function findNode(root) {
  if (isRecent(process.versions.node)) return process.execPath;
  const packaged = path.join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
  if (process.platform === 'linux' && existsSync(packaged)) return packaged;
  throw new Failure(
    `Node ${NEEDED.join('.')} or newer is needed on this system (this is ${process.versions.node}); install it and start again.`,
  );
}

function isRecent(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** Options for Node to run our TypeScript; `react-server` is what makes `server-only` importable. */
export const TYPESCRIPT = ['--import', 'tsx', '--conditions=react-server'];

/**
 * Options for Node to run the web server. Left to itself, V8 lets its heap grow as far as the machine
 * is large; with these it collects sooner, and gives back what a busy hour took (0022).
 */
export const MODEST_HEAP = ['--max-semi-space-size=16', '--heap-growing-percent=50'];

/** Where a program of a dependency is, for `node <file>`: no shell and no PATH in between. */
export const PROGRAMS = {
  next: 'node_modules/next/dist/bin/next',
  prisma: 'node_modules/prisma/build/index.js',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
};
