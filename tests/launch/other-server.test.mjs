import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import {
  hasPeople,
  isMigrated,
  migrate,
  openDatabase,
  withClient,
} from '../../src/launch/database.mjs';
import { freePort } from '../../src/launch/ports.mjs';
import { startTemporaryPostgres } from '../../src/launch/temporary-postgres.mjs';
import { ROOT, start, temporaryDirectory } from './support.mjs';

let postgres;
before(async () => {
  postgres = await startTemporaryPostgres(ROOT);
});
after(() => postgres.stop());

const { signal } = new AbortController();

test('with DATABASE_URL, that server is used and the embedded one never starts', async (t) => {
  const data = path.join(temporaryDirectory(t), 'data');
  const guildhall = await start(data, { env: { DATABASE_URL: `${postgres.server}/elsewhere` } });
  await guildhall.isReady();
  assert.match(guildhall.output, /Database +Postgres 18 +\d/);
  assert.deepEqual(Object.keys(guildhall.processes()), ['web']);
  assert.equal(existsSync(path.join(data, 'postgres')), false);
  await guildhall.stop();
  await withClient(`${postgres.server}/elsewhere`, (client) => client.query('SELECT 1'));
});

test('a server that is not there is named without its password', async (t) => {
  const port = await freePort();
  const url = `postgresql://guild:hidden@127.0.0.1:${port}/guildhall`;
  await assert.rejects(openDatabase(url, 100), (failure) => {
    assert.equal(failure.name, 'Failure');
    assert.match(
      failure.message,
      new RegExp(`database at 127.0.0.1:${port}/guildhall cannot be used`),
    );
    assert.doesNotMatch(failure.message, /hidden/);
    return true;
  });
  const data = path.join(temporaryDirectory(t), 'data');
  const guildhall = await start(data, { env: { DATABASE_URL: 'postgresql://guild:hidden@[::1' } });
  assert.equal((await guildhall.ended).code, 1);
  assert.match(guildhall.output, /DATABASE_URL is not an address/);
});

test('a wrong password is told as such', async () => {
  const url = new URL(`${postgres.server}/guildhall`);
  url.password = 'wrong';
  await assert.rejects(openDatabase(url.href), {
    name: 'Failure',
    message: /password authentication failed.*check DATABASE_URL/,
  });
});

test('a server that is still starting is waited for', async () => {
  const port = await freePort();
  const opened = openDatabase(`postgresql://guild:guild@127.0.0.1:${port}/guildhall`, 10_000);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const server = await fakeServer('170002', port);
  assert.equal(await opened, 'Postgres 17');
  server.close();
});

test('a server older than Postgres 15 is refused by its version', async () => {
  const server = await fakeServer('140011', 0);
  const url = `postgresql://guild:guild@127.0.0.1:${server.address().port}/guildhall`;
  await assert.rejects(openDatabase(url), {
    name: 'Failure',
    message: 'The database server is Postgres 14; Guildhall needs 15 or newer.',
  });
  server.close();
});

test('migrations are run once, and by two nodes at the same time only once', async () => {
  const url = `${postgres.server}/two_nodes`;
  await openDatabase(url);
  assert.equal(await isMigrated(url, ROOT), false);
  await Promise.all([migrate({ root: ROOT, signal, url }), migrate({ root: ROOT, signal, url })]);
  assert.equal(await isMigrated(url, ROOT), true);
  const applied = await withClient(url, (client) =>
    client.query('SELECT migration_name FROM _prisma_migrations'),
  );
  const names = applied.rows.map((row) => row.migration_name);
  assert.equal(new Set(names).size, names.length, 'none was applied twice');
  assert.equal(await migrate({ root: ROOT, signal, url }), 'up to date');
  assert.equal(await hasPeople(url), false);
});

/** As much of a Postgres server as it takes to be asked for its version. */
function fakeServer(version, port) {
  const message = (type, ...parts) => {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const ready = message('Z', 'I');
  const column = [
    'server_version_num\0',
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0],
  ];
  const answer = [
    message('T', [0, 1], ...column),
    message('D', [0, 1], [0, 0, 0, version.length], version),
    message('C', 'SHOW\0'),
    ready,
  ];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', [0, 0, 0, 0]), ready]));
      socket.on('data', (data) => data[0] === 81 && socket.write(Buffer.concat(answer)));
    });
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}
