import { BROWSER_FLAGS, findBrowser as find } from '../../src/launch/browser.mjs';

export { BROWSER_FLAGS };

/** The Chromium of this machine; `npm test` installs one where there is none. */
export function findBrowser(): string {
  const program = find();
  if (!program) throw new Error('No Chromium was found: install one, or set CHROMIUM_PATH.');
  return program;
}
