import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { describeProcess, identify, isSameProcess } from '../../src/launch/processes.mjs';
import { dataDirectory, eventually, readJson, start, temporaryDirectory } from './support.mjs';

/** What a killed Postgres leaves in its directory, naming `pid` as the server that holds it. */
function leaveLockFile(data, pid) {
  const directory = path.join(data, 'postgres');
  const lines = [
    pid,
    directory,
    1_700_000_000,
    5432,
    '',
    '127.0.0.1',
    '   12345      6',
    'ready   ',
  ];
  writeFileSync(path.join(directory, 'postmaster.pid'), `${lines.join('\n')}\n`);
}

async function startsAndStops(data) {
  const guildhall = await start(data);
  await guildhall.isReady();
  assert.equal((await guildhall.stop()).code, 0);
}

async function pidOfNobody() {
  const child = spawn('true');
  await new Promise((resolve) => child.once('exit', resolve));
  return child.pid;
}

test('a lock file of a database that is gone does not stop the next start', async (t) => {
  const data = await dataDirectory(t);
  leaveLockFile(data, await pidOfNobody());
  await startsAndStops(data);
});

test('a lock file whose number another program has by now does not stop the next start', async (t) => {
  const data = await dataDirectory(t);
  leaveLockFile(data, process.pid);
  await startsAndStops(data);
  assert.ok(describeProcess(process.pid), 'that program was left alone');
});

test('a note of a launcher whose number another program has by now is no launcher', async (t) => {
  const data = await dataDirectory(t);
  const bystander = { name: 'web', pid: process.pid, startedAt: '1' };
  const note = { purpose: 'npm start', launcher: bystander, address: null, processes: [bystander] };
  writeFileSync(path.join(data, 'launcher.json'), JSON.stringify(note));
  await startsAndStops(data);
});

test('a note that was cut off half-way is replaced', async (t) => {
  const data = await dataDirectory(t);
  writeFileSync(path.join(data, 'launcher.json'), '{"purpose":"npm sta');
  await startsAndStops(data);
});

test('a database whose set-up was cut off is set up anew', async (t) => {
  const data = path.join(temporaryDirectory(t), 'data');
  const first = await start(data);
  await eventually(() =>
    unfinished(data).some((file) => existsSync(path.join(file, 'PG_VERSION'))),
  );
  process.kill(first.pid, 'SIGKILL');
  assert.equal(existsSync(path.join(data, 'postgres', 'PG_VERSION')), false);
  const [note] = unfinished(data).filter((file) => file.endsWith('.process'));
  const { pid } = readJson(note);
  assert.ok(describeProcess(pid), 'the set-up went on without its launcher');
  await startsAndStops(data);
  assert.equal(describeProcess(pid), null);
  assert.deepEqual(unfinished(data), []);
});

function unfinished(data) {
  const names = existsSync(data) ? readdirSync(data) : [];
  return names.filter((name) => name.includes('unfinished')).map((name) => path.join(data, name));
}

test('data of another version of Postgres is left alone and named', async (t) => {
  const data = await dataDirectory(t);
  writeFileSync(path.join(data, 'postgres', 'PG_VERSION'), '17\n');
  const guildhall = await start(data);
  assert.equal((await guildhall.ended).code, 1);
  assert.match(guildhall.output, /written by another version of Postgres; see "Upgrades"/);
});

test('a process that has ended and only waits to be collected counts as gone', async () => {
  // The shell's child ends soon; `sleep`, which the shell became, never collects it.
  const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 30'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
    await eventually(() => /\) Z /.test(readStat(pid)));
    assert.equal(describeProcess(pid), null);
    assert.ok(describeProcess(parent.pid));
  } finally {
    parent.kill('SIGKILL');
  }
});

function readStat(pid) {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

test('a process is recognised by number and start, not by its number alone', () => {
  const own = identify(process.pid);
  assert.equal(isSameProcess(own), true);
  assert.equal(isSameProcess({ ...own, startedAt: `${own.startedAt}1` }), false);
  assert.equal(isSameProcess(null), false);
});
