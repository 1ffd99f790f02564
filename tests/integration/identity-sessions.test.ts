import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signInAsDemoPerson } from '@/features/identity/demo/commands';
import { listDemoPeople } from '@/features/identity/demo/queries';
import { storedSessionToken } from '@/features/identity/session-token';
import { closeSession, openSession } from '@/features/identity/sessions/commands';
import { contextOfSession } from '@/features/identity/sessions/queries';
import { systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { emptyDatabase } from '../support/database';
import { aSession, aUser } from '../support/identity';
import { aMembership, aPerson, aSquad, NOON, somePeople } from '../support/org';

const HOUR = 60 * 60 * 1000;
const later = (hours: number) => new Date(NOON.getTime() + hours * HOUR);
const at = (now: Date) => systemContext(now);

beforeAll(() => {
  process.env.GUILDHALL_DEMO = 'on';
});

beforeEach(() => emptyDatabase());

describe('a session', () => {
  it('tells who is asking, with the memberships that hold today', async () => {
    const ada = await aPerson('Ada', { timeZone: 'Asia/Tokyo' });
    const [radio, search, later] = [await aSquad('Radio'), await aSquad('Search'), await aSquad()];
    await aMembership(ada, radio, { from: '2024-01-01', to: '2026-03-02', isPrimary: true });
    const current = await aMembership(ada, search, { from: '2026-03-02', role: 'LEAD' });
    await aMembership(ada, later, { from: '2026-03-03', isPrimary: false });
    const { token } = await aSession(ada, { now: NOON });

    expect(await contextOfSession(token, NOON)).toEqual({
      now: NOON,
      actor: {
        personId: ada.id,
        handle: ada.handle,
        name: 'Ada',
        timeZone: 'Asia/Tokyo',
        isAdministrator: false,
        isSystem: false,
        memberships: [
          { unitId: search.id, kind: 'SQUAD', role: 'LEAD', isPrimary: current.isPrimary },
        ],
      },
    });
  });

  it('a membership withdrawn as a mistake gives no rights', async () => {
    const ada = await aPerson('Ada');
    const membership = await aMembership(ada, await aSquad());
    await db.membership.update({ where: { id: membership.id }, data: { supersededAt: NOON } });
    const { token } = await aSession(ada, { now: NOON });
    expect((await contextOfSession(token, NOON))?.actor.memberships).toEqual([]);
  });

  it('ends after thirty days, and at once by signing out', async () => {
    const { token } = await aSession(await aPerson(), { now: NOON });
    expect(await contextOfSession(token, later(30 * 24 - 1))).not.toBeNull();
    expect(await contextOfSession(token, later(30 * 24))).toBeNull();
    await closeSession(token);
    expect(await contextOfSession(token, NOON)).toBeNull();
    await closeSession(token);
  });

  it('signing out of one browser leaves the others signed in', async () => {
    const ada = await aPerson();
    const [here, there] = [await aSession(ada, { now: NOON }), await aSession(ada, { now: NOON })];
    await closeSession(here.token);
    expect(await contextOfSession(there.token, NOON)).not.toBeNull();
  });

  it('cannot be taken from the database: what is stored there signs nobody in', async () => {
    const { token } = await aSession(await aPerson(), { now: NOON });
    const { sessionToken } = await db.session.findFirstOrThrow();
    expect(sessionToken).toBe(storedSessionToken(token));
    expect(await contextOfSession(sessionToken, NOON)).toBeNull();
  });

  it('sessions that ran out are forgotten at the next sign-in', async () => {
    await aSession(await aPerson(), { now: NOON });
    await aSession(await aPerson(), { now: later(31 * 24) });
    expect(await db.session.count()).toBe(1);
  });
});

describe('somebody who leaves', () => {
  const depart = (id: string) => db.person.update({ where: { id }, data: { deactivatedAt: NOON } });

  it('loses every session at once, and nobody else does', async () => {
    const [ada, ben] = [await aPerson('Ada'), await aPerson('Ben')];
    const sessions = [await aSession(ada), await aSession(ada), await aSession(ben)];
    await depart(ada.id);
    expect(await db.session.count()).toBe(1);
    const [first, second, bens] = await Promise.all(
      sessions.map(({ token }) => contextOfSession(token, new Date())),
    );
    expect([first, second]).toEqual([null, null]);
    expect(bens?.actor.name).toBe('Ben');
  });

  it('stays signed out after coming back, until signing in again', async () => {
    const ada = await aPerson('Ada');
    const { token } = await aSession(ada);
    await depart(ada.id);
    await db.person.update({ where: { id: ada.id }, data: { deactivatedAt: null } });
    expect(await contextOfSession(token, new Date())).toBeNull();
  });

  it('is refused by the look-up itself, should a row of theirs exist after all', async () => {
    const ada = await aPerson('Ada');
    const user = await aUser(ada);
    await depart(ada.id);
    await db.session.create({
      data: { sessionToken: storedSessionToken('left-over'), userId: user.id, expires: later(1) },
    });
    expect(await contextOfSession('left-over', NOON)).toBeNull();
  });

  it('is signed out on the first day of no longer being here', async () => {
    const ada = await aPerson('Ada', { leftOn: '2026-03-03' });
    const { token } = await aSession(ada, { now: NOON });
    expect(await contextOfSession(token, new Date('2026-03-02T23:59:59Z'))).not.toBeNull();
    expect(await contextOfSession(token, new Date('2026-03-03T00:00:00Z'))).toBeNull();
  });

  it('cannot sign in while the departure is being recorded', async () => {
    const ada = await aPerson('Ada');
    const user = await aUser(ada);
    const other = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await other.connect();
    await other.query('BEGIN');
    await other.query('UPDATE "Person" SET "deactivatedAt" = now() WHERE id = $1', [ada.id]);
    const signingIn = openSession(at(NOON), user.id);
    await waitUntilSomebodyWaits();
    await other.query('COMMIT');
    await other.end();
    expect(await signingIn).toBeNull();
    expect(await db.session.count()).toBe(0);
  });
});

async function waitUntilSomebodyWaits() {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const [row] = await db.$queryRaw<{ waiting: bigint }[]>`
      SELECT count(*) AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if (row && row.waiting > 0n) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('Nobody waited for the lock.');
}

describe('demo sign-in', () => {
  it('signs in as the chosen person, time and again as the same user', async () => {
    const ada = await aPerson('Ada');
    const first = await signInAsDemoPerson(at(NOON), ada.id);
    await signInAsDemoPerson(at(NOON), ada.id);
    if (!first.ok) throw new Error(first.reason);
    expect((await contextOfSession(first.session.token, NOON))?.actor.personId).toBe(ada.id);
    expect(await db.user.count()).toBe(1);
  });

  it('is refused for nobody and for somebody who has left', async () => {
    const gone = await aPerson('Gone', { deactivatedAt: NOON });
    for (const id of ['nobody', gone.id]) {
      expect(await signInAsDemoPerson(at(NOON), id)).toEqual({ ok: false, reason: 'unknown' });
    }
  });

  it('lists people by name, page after page, without those who have left', async () => {
    await somePeople(30, 'Member');
    await aPerson('Aaron Gone', { deactivatedAt: NOON });
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listDemoPeople(at(NOON), { cursor });
      names.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(names).toHaveLength(30);
    expect(names).toEqual([...new Set(names)].toSorted());
  });

  it('finds people by squad, by role, and by signs that mean something to the database', async () => {
    const ada = await aPerson('Ada', { headline: 'ML engineer, 100% remote' });
    await aPerson('Ben', { headline: 'Designer' });
    await aMembership(ada, await aSquad('Radio'));
    const found = async (search: string) =>
      (await listDemoPeople(at(NOON), { search })).items.map(({ name }) => name);
    expect(await found('radio')).toEqual(['Ada']);
    expect(await found('engineer ada')).toEqual(['Ada']);
    expect(await found('100%')).toEqual(['Ada']);
    expect(await found('_')).toEqual([]);
    await aUser(ada, { isAdministrator: true });
    expect(await found('administrator')).toEqual(['Ada']);
  });
});
