import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { freePort } from '../../src/launch/ports.mjs';
import { answers, atTheEnd, dataDirectory, eventually, haveEnded, start } from './support.mjs';

const withCoEditing = async (data, env = {}) =>
  start(data, { env: { WITH_CO_EDITING: 'on', ...env } });

test('co-editing runs beside the web server, and is stopped before it', async (t) => {
  const data = await dataDirectory(t);
  const port = await freePort();
  const guildhall = await withCoEditing(data, { COLLABORATION_PORT: String(port) });
  await guildhall.isReady();
  const { web, collaboration } = guildhall.processes();
  assert.ok(await answers(`http://127.0.0.1:${port}`));
  const { code } = await guildhall.stop();
  assert.equal(code, 0);
  assert.match(guildhall.output, /Stopped co-editing, the web server, the database in/);
  await haveEnded(web, collaboration);
});

test('co-editing that is killed runs again, and ends nothing when it is killed once more', async (t) => {
  const data = await dataDirectory(t);
  const guildhall = await withCoEditing(data);
  await guildhall.isReady();
  process.kill(guildhall.processes().collaboration, 'SIGKILL');
  await guildhall.says('Co-editing stopped unexpectedly (SIGKILL) and runs again');
  process.kill(guildhall.processes().collaboration, 'SIGKILL');
  await guildhall.says('Co-editing stopped again (SIGKILL); it is started anew in 5 s.');
  assert.ok(await answers(guildhall.address));
  const runsAgain = /runs again/g;
  await eventually(() => guildhall.output.match(runsAgain)?.length === 2);
  await guildhall.stop();
});

test('a port for co-editing that is in use is one sentence, before anything starts', async (t) => {
  const data = await dataDirectory(t);
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  atTheEnd(t, () => other.close());
  const { port } = other.address();
  const guildhall = await withCoEditing(data, { COLLABORATION_PORT: String(port) });
  assert.equal((await guildhall.ended).code, 1);
  assert.equal(
    guildhall.output.trim(),
    `Port ${port} is in use by another program; set COLLABORATION_PORT to a free one, for example: COLLABORATION_PORT=${port + 1} npm start`,
  );
});
