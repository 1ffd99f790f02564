import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// The one without windows first: it starts faster and takes a quarter less of the processor.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const MAC_PROGRAMS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** How every Chromium of ours is started: as root too, and without calls to its maker's hosts. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The program of a Chromium on this machine: CHROMIUM_PATH, the PATH, or Playwright's own. */
export function findBrowser(variables = process.env) {
  const named = variables.CHROMIUM_PATH;
  const onPath = (variables.PATH ?? '')
    .split(path.delimiter)
    .flatMap((directory) => NAMES.map((name) => path.join(directory, name)));
  const candidates = [named, ...onPath, ...MAC_PROGRAMS, ...ownOfPlaywright(variables)];
  return candidates.find((file) => file && existsSync(file)) ?? null;
}

function ownOfPlaywright(variables) {
  const home = os.homedir();
  const places = [
    variables.PLAYWRIGHT_BROWSERS_PATH,
    path.join(home, '.cache', 'ms-playwright'),
    path.join(home, 'Library', 'Caches', 'ms-playwright'),
  ];
  const programs = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ];
  return places
    .filter((place) => place && existsSync(place))
    .flatMap((place) =>
      readdirSync(place)
        .filter((name) => name.startsWith('chromium-'))
        .flatMap((name) => programs.map((program) => path.join(place, name, program))),
    );
}
