import assert from 'node:assert/strict';
import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../../src/launch/database.mjs';
import { embeddedUrl } from '../../src/launch/embedded-database.mjs';
import {
  answers,
  dataDirectory,
  eventually,
  haveEnded,
  isNoted,
  isRoot,
  readJson,
  sql,
  start,
  temporaryDirectory,
} from './support.mjs';

test('the first start sets up a database that only its password opens', async (t) => {
  const data = path.join(temporaryDirectory(t), 'data');
  const guildhall = await start(data);
  await guildhall.isReady();
  assert.match(guildhall.output, /Database +Postgres 18, set up, on port \d+ +\d+\.\d s/);
  assert.equal(statSync(path.join(data, 'secrets.json')).mode & 0o777, 0o600);
  assert.equal(statSync(path.join(data, 'launcher.json')).mode & 0o777, 0o600);
  const { databasePort } = readJson(data, 'launcher.json');
  await assert.rejects(
    withClient(embeddedUrl('a guess', databasePort), async () => {}),
    /password authentication failed/,
  );
  const { rows } = await sql(data, 'SHOW listen_addresses');
  assert.equal(rows[0].listen_addresses, '127.0.0.1');
  await guildhall.stop();
});

test('a second start sets nothing up and finds the data of the first', async (t) => {
  const data = await dataDirectory(t);
  const first = await start(data);
  await first.isReady();
  await sql(data, "CREATE TABLE note AS SELECT 'kept' AS text");
  await first.stop();

  const second = await start(data);
  await second.isReady();
  assert.doesNotMatch(second.output, /set up/);
  assert.equal((await sql(data, 'SELECT text FROM note')).rows[0].text, 'kept');
  await second.stop();
});

test('Ctrl-C ends the web server, then the database, and leaves nothing behind', async (t) => {
  const data = await dataDirectory(t);
  const guildhall = await start(data);
  await guildhall.isReady();
  const { web, database } = guildhall.processes();
  const slow = fetch(`${guildhall.address}/slow`);
  await sleep(100);

  const { code } = await guildhall.stop();
  assert.equal(code, 0);
  assert.equal((await slow).status, 200, 'a request that had begun is answered');
  assert.match(guildhall.output, /Stopped the web server, the database in/);
  const webLog = readFileSync(path.join(data, 'log', 'web.log'), 'utf8');
  assert.match(webLog, /finished what it began/);
  const databaseLog = readFileSync(path.join(data, 'log', 'postgres.log'), 'utf8');
  assert.match(databaseLog, /received fast shutdown request[\s\S]*database system is shut down\n$/);
  await haveEnded(web, database);
  assert.equal(isNoted(data), false);
});

test('SIGTERM, as a service manager sends it, stops everything just as well', async (t) => {
  const data = await dataDirectory(t);
  const guildhall = await start(data);
  await guildhall.isReady();
  const { web, database } = guildhall.processes();
  process.kill(guildhall.pid, 'SIGTERM');
  assert.equal((await guildhall.ended).code, 0);
  await haveEnded(web, database);
});

test('when the launcher is killed, what it started leaves by itself', async (t) => {
  const data = await dataDirectory(t);
  const guildhall = await start(data);
  await guildhall.isReady();
  const { web, database } = guildhall.processes();
  process.kill(guildhall.pid, 'SIGKILL');
  await haveEnded(guildhall.pid, web, database);

  const next = await start(data);
  await next.isReady();
  await next.stop();
});

test('when npm is killed, the launcher under it stops everything in order', async (t) => {
  const data = await dataDirectory(t);
  const guildhall = await start(data, { env: { npm_lifecycle_event: 'start' }, underShell: true });
  await guildhall.isReady();
  const { web, database } = guildhall.processes();
  process.kill(guildhall.pid, 'SIGKILL'); // the shell that stands for npm
  await guildhall.says('Stopped the web server, the database in');
  await haveEnded(web, database);
});

test('a start right after a killed launcher replaces what that one left running', async (t) => {
  const data = await dataDirectory(t);
  const guildhall = await start(data);
  await guildhall.isReady();
  await sql(data, "CREATE TABLE note AS SELECT 'kept' AS text");
  const left = guildhall.processes();
  process.kill(guildhall.pid, 'SIGKILL');

  const next = await start(data, { port: guildhall.port });
  await next.isReady();
  await haveEnded(left.web, left.database);
  assert.equal((await sql(data, 'SELECT text FROM note')).rows[0].text, 'kept');
  await next.stop();
});

test('an orphaned database without any note of it is found by its own lock file', async (t) => {
  const data = await dataDirectory(t);
  const guildhall = await start(data);
  await guildhall.isReady();
  const { web, database } = guildhall.processes();
  process.kill(guildhall.pid, 'SIGKILL');
  rmSync(path.join(data, 'launcher.json'));
  process.kill(web, 'SIGKILL');
  await haveEnded(web);

  const next = await start(data);
  await next.isReady();
  assert.match(next.output, /replaced one left running/);
  await haveEnded(database);
  await next.stop();
});

test('a killed database is started again, and its data is there', async (t) => {
  const data = await dataDirectory(t);
  const guildhall = await start(data);
  await guildhall.isReady();
  await sql(data, "CREATE TABLE note AS SELECT 'kept' AS text");
  process.kill(guildhall.processes().database, 'SIGKILL');
  await guildhall.says('The database stopped unexpectedly (SIGKILL) and runs again');
  await eventually(() => answers(guildhall.address));
  assert.equal((await sql(data, 'SELECT text FROM note')).rows[0].text, 'kept');
  await guildhall.stop();
});

test('a database that is killed twice within a minute ends everything in one sentence', async (t) => {
  const data = await dataDirectory(t);
  const guildhall = await start(data);
  await guildhall.isReady();
  const { web, database } = guildhall.processes();
  process.kill(database, 'SIGKILL');
  await guildhall.says('runs again');
  process.kill(guildhall.processes().database, 'SIGKILL');
  const { code } = await guildhall.ended;
  assert.equal(code, 1);
  assert.match(
    guildhall.output,
    /\n {2}The database stopped twice within a minute \(SIGKILL\)\.\n/,
  );
  await haveEnded(web);
});

test('a killed web server is started again', async (t) => {
  const data = await dataDirectory(t);
  const guildhall = await start(data);
  await guildhall.isReady();
  process.kill(guildhall.processes().web, 'SIGKILL');
  await guildhall.says('The web server stopped unexpectedly (SIGKILL) and runs again');
  await eventually(() => answers(guildhall.address));
  await guildhall.stop();
});

test('two starts at the same time: one runs, the other ends in one sentence', async (t) => {
  const data = await dataDirectory(t);
  const both = await Promise.all([start(data), start(data)]);
  const loser = await Promise.race(both.map((one) => one.ended.then(() => one)));
  const winner = both.find((one) => one !== loser);
  await winner.isReady();
  assert.equal((await loser.ended).code, 1);
  assert.equal(
    loser.output.trim(),
    `"npm start" is already running in this folder (process ${winner.pid}); stop it first with Ctrl-C.`,
  );
  const third = await start(data);
  assert.equal((await third.ended).code, 1);
  assert.match(third.output, new RegExp(`answers at http://localhost:${winner.port}`));
  await winner.stop();
});

test('under root, Postgres runs as a user without rights', {
  skip: !isRoot && 'not root',
}, async (t) => {
  const data = await dataDirectory(t);
  const guildhall = await start(data);
  await guildhall.isReady();
  const { database } = guildhall.processes();
  assert.notEqual(statSync(`/proc/${database}`).uid, 0);
  await guildhall.stop();
});
