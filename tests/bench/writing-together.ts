import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { LIVE_TEXT } from '@/features/wiki/live/protocol';
import { aCollaborationProcess, aWriter } from '../support/live';
import { freePort } from './processes';
import { aBrowserSession } from './reader';

const PAGES = 10;
const WRITERS_A_PAGE = 5;
const KEYS_A_SECOND = 5;

export type WritingTogether = {
  writers: number;
  seconds: number;
  typed: number;
  stored: number;
  p50: number;
  p95: number;
  p99: number;
  /** From the last keystroke until everybody was told that all of it is stored. */
  keptAfterMilliseconds: number;
};

type Writer = ReturnType<typeof aWriter>;

/** Fifty people type in ten pages; when does another see it, and is every character stored? */
export async function measureWritingTogether(
  databaseUrl: string,
  seconds: number,
): Promise<WritingTogether> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string; length: number }>(
    `SELECT p.id, length(r.markdown) AS length FROM "WikiPage" p
       JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
      WHERE p."archivedAt" IS NULL AND r.markdown NOT LIKE '%' || chr(13) || '%'
      ORDER BY p.id LIMIT ${PAGES}`,
  );
  // Who may write in all of them: what is measured is the typing.
  const token = await aBrowserSession(databaseUrl, 'p1');
  await client.query(`UPDATE "User" SET "isAdministrator" = true WHERE "personId" = 'p1'`);
  const port = await freePort();
  const server = await aCollaborationProcess(port);
  const cookie = `guildhall-session=${token}`;
  const rooms = rows.map((page) =>
    Array.from({ length: WRITERS_A_PAGE }, () => aWriter(port, page, cookie)),
  );
  const writers = rooms.flat();
  try {
    await until(() => writers.every((writer) => writer.isIn()));
    const latencies = rooms.flatMap((room) => watch(room));
    const counts = await Promise.all(writers.map((writer) => typeFor(writer, seconds)));
    const typed = counts.reduce((sum, count) => sum + count, 0);
    const stopped = performance.now();
    await until(() => writers.every((writer) => writer.isKept()));
    const keptAfterMilliseconds = performance.now() - stopped;
    await until(() => latencies.every(({ waiting }) => waiting.size === 0));
    const { rows: kept } = await client.query<{ length: number }>(
      `SELECT sum(length(markdown))::int AS length FROM "WikiLiveText" WHERE "pageId" = ANY ($1)`,
      [rows.map(({ id }) => id)],
    );
    const before = rows.reduce((sum, { length }) => sum + length, 0);
    const seen = latencies.flatMap(({ taken }) => taken).toSorted((a, b) => a - b);
    const at = (share: number) => seen[Math.floor((seen.length - 1) * share)] ?? Number.NaN;
    return {
      writers: writers.length,
      seconds,
      typed,
      stored: (kept[0]?.length ?? 0) - before,
      p50: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
      keptAfterMilliseconds,
    };
  } finally {
    for (const writer of writers) writer.leave();
    server.kill('SIGTERM');
    await client.end();
  }
}

/** Everybody's keystrokes are looked for at the next one's: a browser counts its own from nought. */
function watch(room: readonly Writer[]) {
  return room.map((writer, index) => {
    const neighbour = room[(index + 1) % room.length] as Writer;
    const { clientID } = writer.document;
    const waiting = new Map<number, number>();
    const taken: number[] = [];
    writer.document.on('beforeTransaction', () => {
      waiting.set(clockOf(writer, clientID), performance.now());
    });
    writer.document.on('afterTransaction', ({ beforeState, afterState }) => {
      const [before, after] = [beforeState, afterState].map((state) => state.get(clientID) ?? 0);
      if (before === after) waiting.delete(before as number);
    });
    neighbour.document.on('afterTransaction', () => {
      const arrived = clockOf(neighbour, clientID);
      for (const [clock, since] of waiting) {
        if (clock >= arrived) continue;
        taken.push(performance.now() - since);
        waiting.delete(clock);
      }
    });
    return { waiting, taken };
  });
}

const clockOf = ({ document }: Writer, client: number) =>
  document.store.clients.get(client)?.reduce((_, { id, length }) => id.clock + length, 0) ?? 0;

async function typeFor(writer: Writer, seconds: number): Promise<number> {
  const text = writer.document.getText(LIVE_TEXT);
  const end = performance.now() + seconds * 1000;
  let typed = 0;
  while (performance.now() < end) {
    const at = Math.floor(Math.random() * text.length);
    writer.type(typed % 6 === 5 ? ' ' : 'x', at);
    typed += 1;
    await sleep((Math.random() + 0.5) * (1000 / KEYS_A_SECOND));
  }
  return typed;
}

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!isTrue()) {
    if (performance.now() > deadline) throw new Error('It did not come about within a minute.');
    await sleep(20);
  }
}
