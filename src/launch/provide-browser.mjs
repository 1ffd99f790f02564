import { findBrowser } from './browser.mjs';
import { run } from './commands.mjs';
import { Failure } from './failure.mjs';

/** The browser tests need a Chromium; Debian has one, and root may install it. */
export async function provideBrowser(signal) {
  const found = findBrowser();
  if (found) return found;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    throw new Failure(
      'No Chromium was found, and only root can install one: install the package "chromium", or set CHROMIUM_PATH.',
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (what, ...args) => run('apt-get', ['-q', '-y', ...args], { env, signal, what });
  // An outdated list of packages may still be good enough, so only the installation decides.
  await apt('The list of packages could not be read', 'update').catch(() => {});
  const install = (name) =>
    apt('Chromium could not be installed', 'install', '--no-install-recommends', name);
  // Older releases of Debian have no package of the one without windows.
  await install('chromium-headless-shell').catch(() => install('chromium'));
  const installed = findBrowser();
  if (!installed)
    throw new Failure('Chromium was installed but is not on the PATH; set CHROMIUM_PATH.');
  return `${installed}, just installed`;
}
