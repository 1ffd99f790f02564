/**
 * `npm run lock:complete`: makes package-lock.json complete for every platform.
 *
 * Registries that mirror only what their own machines need answer "not found" for the binaries of
 * other platforms (a Windows build of the CSS compiler, say). npm then leaves those packages out of
 * the lock, and `npm ci` refuses the lock because they are missing from it. This adds an entry per
 * missing name with the platforms it is for, so that `npm ci` skips it where it does not fit and
 * fetches it where it does. Run it after every change of the dependencies; running it twice changes
 * nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'mipsel',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

export function completeLock(lock) {
  const packages = { ...lock.packages };
  const added = [];
  for (const [name, range] of optionalDependencies(lock.packages)) {
    const place = `node_modules/${name}`;
    if (Object.keys(packages).some((key) => key === place || key.endsWith(`/${place}`))) continue;
    packages[place] = placeholder(name, range);
    added.push(name);
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added };
}

function optionalDependencies(packages) {
  return Object.values(packages).flatMap((entry) =>
    Object.entries(entry.optionalDependencies ?? {}),
  );
}

function placeholder(name, range) {
  const words = name.replace('windows', 'win32').split(/[^a-z0-9]+/);
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const os = SYSTEMS.filter((system) => words.includes(system));
  const libc = words.includes('musl') ? ['musl'] : [];
  const [version] = /\d+\.\d+\.\d+[-+.\w]*/.exec(range) ?? [];
  if (!version) throw new Error(`${name}: no version can be read from "${range}".`);
  return {
    version,
    optional: true,
    // A package whose name tells of no platform must not be fetched anywhere: "none" is no system.
    ...(os.length + cpu.length === 0 ? { os: ['none'] } : {}),
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(libc.length > 0 ? { libc } : {}),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = path.resolve(process.argv[2] ?? 'package-lock.json');
  const { lock, added } = completeLock(JSON.parse(readFileSync(file, 'utf8')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length > 0 ? `Added ${added.join(', ')}.` : 'The lock was complete.');
}
