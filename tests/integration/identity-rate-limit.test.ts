import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/foundation/db';
import { withinLimit } from '@/foundation/rate-limit';
import { emptyDatabase } from '../support/database';
import { NOON } from '../support/org';

const limit = { tries: 5, windowSeconds: 60 };
const root = fileURLToPath(new URL('../..', import.meta.url));
const seconds = (count: number) => new Date(NOON.getTime() + count * 1000);

beforeEach(() => emptyDatabase());

it('lets through as many tries as the limit says, then none until the next window', async () => {
  const tries: boolean[] = [];
  for (let number = 1; number <= 7; number += 1) tries.push(await withinLimit('a', limit, NOON));
  expect(tries).toEqual([true, true, true, true, true, false, false]);
  expect(await withinLimit('a', limit, seconds(59))).toBe(false);
  expect(await withinLimit('a', limit, seconds(60))).toBe(true);
});

it('counts everybody apart', async () => {
  for (let number = 1; number <= 6; number += 1) await withinLimit('a', limit, NOON);
  expect(await withinLimit('b', limit, NOON)).toBe(true);
});

it('tries at the same moment are each counted', async () => {
  const tries = await Promise.all(Array.from({ length: 40 }, () => withinLimit('a', limit, NOON)));
  expect(tries.filter(Boolean)).toHaveLength(5);
});

it('two servers share one count', async () => {
  const program = `
    const { withinLimit } = await import('./src/foundation/rate-limit.ts');
    const tries = [];
    for (let n = 0; n < 4; n += 1) tries.push(await withinLimit('a', ${JSON.stringify(limit)}, new Date(${NOON.getTime()})));
    console.log(JSON.stringify(tries));
    process.exit(0);`;
  const server = () =>
    promisify(execFile)(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', program],
      { cwd: root, env: process.env },
    );
  const answers = await Promise.all([server(), server()]);
  const through = answers.flatMap(({ stdout }) => JSON.parse(stdout) as boolean[]).filter(Boolean);
  expect(through).toHaveLength(5);
  expect((await db.rateWindow.findFirstOrThrow()).count).toBe(8);
});
