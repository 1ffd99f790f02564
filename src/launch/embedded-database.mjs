import path from 'node:path';
import { clusterDirectory } from './data-directory.mjs';
import { Failure } from './failure.mjs';
import { keepRunning } from './keep-running.mjs';
import { freePort, whyPortIsTaken } from './ports.mjs';
import {
  cluster,
  findPostmaster,
  forgetStalePidFile,
  SHUTDOWN,
  startPostmaster,
  stopPostmaster,
  stopWithLauncher,
} from './postgres.mjs';
import { postgresAccount } from './postgres-account.mjs';
import { initialise, isInitialised } from './postgres-setup.mjs';

const HOST = '127.0.0.1';

export function embeddedUrl(password, port) {
  return `postgresql://postgres:${password}@${HOST}:${port}/guildhall`;
}

/**
 * The Postgres that comes with Guildhall, as the launcher's own child: set up on first use, freed
 * from what an earlier run left behind, started again when it dies.
 */
export async function startEmbeddedDatabase(options) {
  const { root, data, password, wantedPort, onStart, onRestart, onLost } = options;
  const account = postgresAccount(path.join(data, 'postgres', 'PG_VERSION'));
  const directory = clusterDirectory(data, account);
  const logFile = path.join(data, 'log', 'postgres.log');
  const own = cluster({ root, account, directory, logFile });
  const left = await endLeftover(own);
  const isNew = !isInitialised(own);
  if (isNew) await initialise(own, password);
  else forgetStalePidFile(own);
  const port = await choosePort(wantedPort ?? left?.port);
  const postmaster = await keepRunning({
    name: 'The database',
    start: async () => {
      const child = await startPostmaster(own, port);
      stopWithLauncher(child, own);
      onStart(child.pid);
      return child;
    },
    onRestart,
    onLost,
    stopRequests: SHUTDOWN,
  });
  return {
    url: embeddedUrl(password, port),
    port,
    note: noteOn({ isNew, left, port }),
    stop: () => postmaster.stop(),
  };
}

async function endLeftover(own) {
  const left = findPostmaster(own);
  if (!left || (await stopPostmaster(left.pid))) return left;
  throw new Failure(
    `A database of an earlier run (process ${left.pid}) does not stop; end it and start again.`,
  );
}

async function choosePort(wanted) {
  if (!wanted) return freePort(HOST);
  if (!(await whyPortIsTaken(wanted, HOST))) return wanted;
  throw new Failure(
    `Port ${wanted} for the database is in use by another program; set GUILDHALL_DATABASE_PORT to a free one.`,
  );
}

function noteOn({ isNew, left, port }) {
  if (isNew) return `set up, on port ${port}`;
  return left ? `replaced one left running, port ${port}` : `on port ${port}`;
}
