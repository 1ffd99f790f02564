/**
 * A real Postgres for as long as somebody holds its standard input: for tests and measurements.
 * Prints one line, the address of its server, and removes everything when the input is closed.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './ports.mjs';
import { cluster, startPostmaster, stopPostmaster, stopWithLauncher } from './postgres.mjs';
import { postgresAccount } from './postgres-account.mjs';
import { initialise } from './postgres-setup.mjs';

const PASSWORD = 'postgres';
/** Nothing here outlives the run, so nothing needs to survive a power cut. */
const IN_A_HURRY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: 200,
};

export async function startTemporaryPostgres(root, settings = IN_A_HURRY) {
  const place = mkdtempSync(path.join(os.tmpdir(), 'guildhall-'));
  chmodSync(place, 0o755);
  const temporary = cluster({
    root,
    directory: path.join(place, 'data'),
    logFile: path.join(place, 'postgres.log'),
    account: postgresAccount(),
  });
  await initialise(temporary, PASSWORD);
  const port = await freePort();
  const postmaster = await startPostmaster(temporary, port, settings);
  stopWithLauncher(postmaster, temporary);
  return {
    server: `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}`,
    logFile: temporary.logFile,
    async stop() {
      await stopPostmaster(postmaster.pid);
      rmSync(place, { recursive: true, force: true });
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { server, stop } = await startTemporaryPostgres(root);
  console.log(server);
  const end = () => stop().finally(() => process.exit(0));
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, end);
  process.stdin.resume().once('end', end);
}
