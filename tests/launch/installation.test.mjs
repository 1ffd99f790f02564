import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { completeLock } from '../../src/launch/complete-lock.mjs';
import { fingerprint } from '../../src/launch/fingerprint.mjs';
import { isInstalled } from '../../src/launch/install.mjs';
import { loadEnvironmentFile, readSettings } from '../../src/launch/settings.mjs';
import { ROOT, temporaryDirectory } from './support.mjs';

function checkout(t, wanted, installed) {
  const root = temporaryDirectory(t);
  const own = { '': { name: 'guildhall' } };
  mkdirSync(path.join(root, 'node_modules'));
  const write = (file, packages) =>
    writeFileSync(path.join(root, file), JSON.stringify({ packages: { ...own, ...packages } }));
  write('package-lock.json', wanted);
  if (installed) write('node_modules/.package-lock.json', installed);
  return root;
}

const next = { version: '16.4.6', integrity: 'sha512-a' };

test('an installation is right when it holds what the lock says', (t) => {
  assert.equal(isInstalled(checkout(t, { next }, { next })), true);
  assert.equal(isInstalled(checkout(t, { next }, null)), false, 'nothing or half installed');
  assert.equal(isInstalled(checkout(t, { next }, {})), false, 'one is missing');
  const older = { ...next, version: '16.4.5' };
  assert.equal(isInstalled(checkout(t, { next }, { next: older })), false, 'another version');
  const other = { ...next, integrity: 'sha512-b' };
  assert.equal(isInstalled(checkout(t, { next }, { next: other })), false, 'other content');
});

test('what is for other platforms may be absent, and so may what only tests need', (t) => {
  const windows = { version: '1.0.0', optional: true, os: ['win32'] };
  assert.equal(isInstalled(checkout(t, { next, windows }, { next })), true);
  const vitest = { version: '5.1.1', dev: true };
  const root = checkout(t, { next, vitest }, { next });
  assert.equal(isInstalled(root), true);
  assert.equal(isInstalled(root, { forTests: true }), false);
});

test('the lock has an entry for every optional package, so that npm ci takes it', () => {
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));
  assert.deepEqual(completeLock(lock).added, [], 'run: npm run lock:complete');
});

test('the lock names no registry', () => {
  assert.doesNotMatch(
    readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'),
    /"resolved": "http/,
  );
});

test('a package the registry did not have is added for the platform in its name', () => {
  const css = {
    version: '1.2.3',
    optionalDependencies: {
      'css-win32-x64-msvc': '^1.2.3',
      'css-linux-arm64-musl': '1.2.3',
      'css-extra': '1.2.3',
    },
  };
  const { lock, added } = completeLock({ packages: { '': {}, 'node_modules/css': css } });
  assert.deepEqual(added, ['css-win32-x64-msvc', 'css-linux-arm64-musl', 'css-extra']);
  const entry = (name) => lock.packages[`node_modules/${name}`];
  const common = { version: '1.2.3', optional: true };
  assert.deepEqual(entry('css-win32-x64-msvc'), { ...common, os: ['win32'], cpu: ['x64'] });
  assert.deepEqual(entry('css-linux-arm64-musl'), {
    ...common,
    os: ['linux'],
    cpu: ['arm64'],
    libc: ['musl'],
  });
  assert.deepEqual(entry('css-extra'), { ...common, os: ['none'] });
  assert.deepEqual(completeLock(lock).added, [], 'a second run adds nothing');
});

test('a fingerprint changes with a file, its name and its place, and with nothing else', (t) => {
  const root = temporaryDirectory(t);
  const write = (file, text) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  write('src/a.ts', 'one');
  write('docs/a.md', 'one');
  const of = () => fingerprint(root, ['src', 'missing.json'], (file) => file.endsWith('.test.ts'));
  const first = of();
  write('docs/a.md', 'two');
  write('src/a.test.ts', 'two');
  assert.equal(of(), first);
  write('src/a.ts', 'two');
  const second = of();
  assert.notEqual(second, first);
  write('src/b.ts', '');
  assert.notEqual(of(), second);
});

test('a .env file is read, and what is set already wins', (t) => {
  const root = temporaryDirectory(t);
  writeFileSync(path.join(root, '.env'), 'LAUNCH_TEST_ONE=file\nLAUNCH_TEST_TWO=file\n');
  process.env.LAUNCH_TEST_TWO = 'set';
  loadEnvironmentFile(root);
  assert.equal(process.env.LAUNCH_TEST_ONE, process.loadEnvFile ? 'file' : undefined);
  assert.equal(process.env.LAUNCH_TEST_TWO, 'set');
});

test('the demo guild is for this machine only, a server of your own for everyone', () => {
  const embedded = readSettings('/here', {});
  assert.deepEqual(
    [embedded.demo, embedded.host, embedded.address],
    [true, '127.0.0.1', 'http://localhost:3000'],
  );
  const own = readSettings('/here', { DATABASE_URL: 'postgresql://db/guild', PORT: '80' });
  assert.deepEqual([own.demo, own.host, own.port], [false, undefined, 80]);
  assert.equal(readSettings('/here', { GUILDHALL_DEMO: 'off' }).demo, false);
});
