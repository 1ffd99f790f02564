import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { isMigrated, withClient } from '../../src/launch/database.mjs';
import { environmentWithDatabase } from '../../src/launch/environment-with-database.mjs';
import { readSettings } from '../../src/launch/settings.mjs';
import { dataDirectory, isNoted, ROOT, start } from './support.mjs';

/** What a program's launcher is given, without a terminal. */
function quietRun() {
  const endings = [];
  return {
    step: async (_title, work) => void (await work()),
    say() {},
    lose: (failure) => assert.fail(failure.message),
    signal: new AbortController().signal,
    atTheEnd: (_name, stop) => endings.unshift(stop),
    async end() {
      for (const stop of endings) await stop();
    },
  };
}

const settingsFor = (data) => readSettings(ROOT, { GUILDHALL_DATA: data });
const ask = (url, sql) => withClient(url, (client) => client.query(sql));

test('an import beside a running portal works on its database and leaves it running', async (t) => {
  const data = await dataDirectory(t);
  const guildhall = await start(data);
  await guildhall.isReady();
  const run = quietRun();
  const { DATABASE_URL } = await environmentWithDatabase(run, settingsFor(data), 'npm run import');
  await ask(DATABASE_URL, 'CREATE TABLE imported ()');
  await run.end();
  await ask(DATABASE_URL, 'TABLE imported');
  await guildhall.stop();
});

test('an import without a portal opens the database, migrated, for as long as it takes', async (t) => {
  const data = await dataDirectory(t);
  const run = quietRun();
  const environment = await environmentWithDatabase(run, settingsFor(data), 'npm run import');
  assert.equal(environment.GUILDHALL_EMBEDDED_DATABASE, 'on');
  assert.equal(environment.NEXTAUTH_SECRET.length, 43);
  assert.equal(await isMigrated(environment.DATABASE_URL, ROOT), true);

  const portal = await start(data);
  assert.equal((await portal.ended).code, 1);
  assert.match(portal.output, /"npm run import" is already running in this folder/);

  await run.end();
  await assert.rejects(ask(environment.DATABASE_URL, 'SELECT 1'), { code: 'ECONNREFUSED' });
  assert.equal(isNoted(data), false);
});

test('a program there is none of is refused with those there are', () => {
  const cli = path.join(ROOT, 'src/launch/cli.mjs');
  const { status, stdout } = spawnSync(process.execPath, [cli, 'exprot'], { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(
    stdout,
    /There is no "exprot"; there is: import, import wiki, bench, bench --only\./,
  );
});
