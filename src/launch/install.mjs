import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './commands.mjs';

/** Installs exactly what the lock says, unless that is what is installed already. */
export async function installDependencies({ root, signal, forTests }) {
  if (isInstalled(root, { forTests })) return 'as the lock says';
  const [command, ...before] = npm();
  // None of the packages needs its install script: what they would do, the launcher does itself.
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run(command, [...before, ...options], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development' },
    signal,
    what: 'The dependencies could not be installed',
  });
  return 'installed';
}

/** The npm that started us, else the one on the PATH. */
function npm() {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js') && existsSync(cli) ? [process.execPath, cli] : ['npm'];
}

/**
 * npm notes what it installed in a lock of its own, the last thing it writes: without it, an
 * installation was interrupted. What is optional may rightly be absent on this platform, and what
 * only development and tests need may be left out of a production image.
 */
export function isInstalled(root, { forTests = false } = {}) {
  const wanted = readLock(path.join(root, 'package-lock.json'));
  const installed = readLock(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted['']) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '') return true;
    const found = installed[place];
    if (!found) return entry.optional || (!forTests && (entry.dev || entry.devOptional));
    return found.version === entry.version && sameContent(found, entry);
  });
}

function sameContent(found, { integrity }) {
  return !integrity || !found.integrity || found.integrity === integrity;
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}
