import { beforeAll, describe, expect, it } from 'vitest';
import { getFirstWeeks } from '@/features/org/first-weeks/queries';
import { rebuildIndex } from '@/features/search/indexing/commands';
import { readNextFile } from '@/features/wiki/files/reading/commands';
import { freshnessOf } from '@/features/wiki/reviews/freshness';
import { systemContext } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { loadDemoGuild } from '../../prisma/seed/loading/demo-guild';
import { emptyDatabase } from '../support/database';
import { contextOf } from '../support/org';

const now = new Date('2026-11-23T11:00:00Z');
/** Milliseconds; several loadings on a busy machine. */
const LOADING = 180_000;

beforeAll(async () => {
  await emptyDatabase();
  expect(await loadDemoGuild(db, now)).toBe('loaded');
}, LOADING);

const count = async (sql: string) => {
  const [row] = await db.$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM ${sql}`);
  return Number(row?.n);
};

describe('the demo guild', () => {
  it('has a notebook put with a page, whose words are read and found', async () => {
    const [file] = await db.attachment.findMany({ include: { page: true } });
    expect(file).toMatchObject({ type: 'application/x-ipynb+json', page: { path: 'cuped' } });
    const system = systemContext(now);
    expect(await readNextFile(system)).toBe(true);
    await rebuildIndex(system);
    const words = { body: { contains: 'variance left' } };
    const found = await db.searchEntry.findFirst({ where: words });
    expect(found).not.toBeNull();
  });

  it('has somebody in their second week, who finds their people on Today', async () => {
    const arvo = await db.person.findUniqueOrThrow({ where: { handle: 'arvo-kuusik' } });
    const path = await getFirstWeeks(await contextOf(arvo, { now }));
    expect(path?.places.map(({ kind }) => kind).toSorted()).toEqual(['CHAPTER', 'SQUAD']);
    expect(path?.places.every(({ leads }) => leads.length > 0)).toBe(true);
  });

  it('has about 120 people in 14 squads of four tribes, and an eighteen-month history', async () => {
    const today = dayOf(now);
    const holds = {
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gt: today } }],
    };
    expect(await db.person.count({ where: { leftOn: null } })).toBe(124);
    expect(await db.person.count({ where: { leftOn: { not: null } } })).toBe(9);
    const kinds = await db.orgUnit.groupBy({ by: ['kind'], where: holds, _count: true });
    expect(Object.fromEntries(kinds.map(({ kind, _count }) => [kind, _count]))).toEqual({
      TRIBE: 4,
      SQUAD: 14,
      CHAPTER: 9,
      GUILD: 2,
      SUBGUILD: 3,
      WORKING_GROUP: 1,
    });
    expect(await db.orgUnit.count({ where: { isPlatformTeam: true, kind: 'SQUAD' } })).toBe(1);
    expect(
      await db.unitSuccession.groupBy({ by: ['kind'], _count: true, orderBy: { kind: 'asc' } }),
    ).toEqual([
      { kind: 'RENAME', _count: 1 },
      { kind: 'SPLIT', _count: 2 },
    ]);
    const moved = await count(`(SELECT "personId" FROM "Membership" WHERE "isPrimary"
      GROUP BY "personId" HAVING count(DISTINCT "unitId") > 1) moved`);
    expect(moved).toBeGreaterThan(15);
  });

  it('has squads of six to twelve people, one of five and one of thirteen', async () => {
    const squads = await db.$queryRaw<{ slug: string; people: bigint }[]>`
      SELECT u.slug, count(DISTINCT m."personId") AS people
      FROM "OrgUnit" u JOIN "Membership" m ON m."unitId" = u.id
      WHERE u.kind = 'SQUAD' AND m."supersededAt" IS NULL
        AND m."validFrom" <= ${now}::date AND (m."validTo" IS NULL OR m."validTo" > ${now}::date)
      GROUP BY u.slug ORDER BY people`;
    const sizes = squads.map(({ people }) => Number(people));
    expect(sizes).toHaveLength(14);
    expect([sizes[0], sizes.at(-1)]).toEqual([5, 13]);
    expect(sizes.slice(1, -1).every((size) => size >= 6 && size <= 12)).toBe(true);
  });

  it('has guild leads who hold a squad, and sub-guild members who are in the guild', async () => {
    expect(
      await count(`"Membership" g WHERE g.role = 'LEAD' AND g."unitKind" IN ('GUILD', 'SUBGUILD')
      AND NOT EXISTS (SELECT 1 FROM "Membership" s WHERE s."personId" = g."personId"
        AND s."unitKind" = 'SQUAD' AND s."validTo" IS NULL)`),
    ).toBe(0);
    expect(
      await count(`"Membership" s JOIN "UnitParent" p ON p."unitId" = s."unitId"
      WHERE s."unitKind" = 'SUBGUILD' AND NOT EXISTS (SELECT 1 FROM "Membership" g
        WHERE g."personId" = s."personId" AND g."unitId" = p."parentId" AND g.role = 'MEMBER'
          AND daterange(g."validFrom", g."validTo") @> daterange(s."validFrom", s."validTo"))`),
    ).toBe(0);
    expect(
      await count(`"Membership" m JOIN "OrgUnit" u ON u.id = m."unitId"
      WHERE u.slug = 'machine-learning' AND m.role = 'LEAD' AND m."validTo" IS NULL`),
    ).toBe(3);
  });

  it('keeps every membership within the life of its unit', async () => {
    expect(
      await count(`"Membership" m JOIN "OrgUnit" u ON u.id = m."unitId"
      WHERE NOT daterange(u."validFrom", u."validTo") @> daterange(m."validFrom", m."validTo")`),
    ).toBe(0);
  });

  it('has an audit trail of who moved whom, and shows a move that lies ahead', async () => {
    const trail = await db.auditEntry.groupBy({ by: ['action'], _count: true });
    const found = Object.fromEntries(trail.map(({ action, _count }) => [action, _count]));
    expect(found['membership.opened']).toBeGreaterThan(200);
    expect(found['membership.ended']).toBeGreaterThan(60);
    const ahead = await db.membership.findMany({
      where: { validFrom: { gt: now } },
      select: { person: { select: { name: true } }, unit: { select: { slug: true } } },
    });
    expect(ahead).toEqual([{ person: { name: 'Devika Nambisan' }, unit: { slug: 'mixes' } }]);
  });

  it('has forty wiki pages and more whose links all lead somewhere, headings included', async () => {
    expect(await db.wikiPage.count()).toBeGreaterThanOrEqual(40);
    expect(await db.wikiLink.count({ where: { isBroken: true } })).toBe(0);
    expect(await db.wikiLink.count()).toBeGreaterThan(120);
    const links = await db.wikiLink.findMany({
      where: { fragment: { not: null } },
      select: {
        fragment: true,
        target: true,
        toPage: { select: { currentRevision: { select: { html: true } } } },
      },
    });
    expect(links.length).toBeGreaterThan(5);
    const lost = links.filter(
      ({ fragment, toPage }) => !toPage?.currentRevision?.html.includes(`id="${fragment}"`),
    );
    expect(lost.map(({ target }) => target)).toEqual([]);
  });

  it('has pages of 400 words and more with an owner and a steward, one of whom has left', async () => {
    const pages = await db.wikiPage.findMany({
      select: {
        path: true,
        ownerUnitId: true,
        stewards: { select: { person: { select: { leftOn: true } } } },
        currentRevision: { select: { markdown: true } },
      },
    });
    for (const { path, ownerUnitId, stewards, currentRevision } of pages) {
      expect(currentRevision?.markdown.split(/\s+/).length, path).toBeGreaterThan(400);
      expect(ownerUnitId, path).not.toBeNull();
      expect(stewards, path).toHaveLength(1);
    }
    const unkept = pages.filter(({ stewards }) => stewards.every(({ person }) => person.leftOn));
    expect(unkept.map(({ path }) => path)).toEqual(['playlist-continuation']);
    const revised = await count(`"WikiRevision" WHERE number > 1`);
    expect(revised).toBeGreaterThan(20);
  });

  it('has pages of every freshness, and one that took another’s place', async () => {
    const today = dayOf(now);
    const pages = await db.wikiPage.findMany({ include: { standing: true } });
    const states = new Set(
      pages.map(({ kind, createdAt, standing }) =>
        freshnessOf(
          {
            kind,
            createdAt,
            checkedAt: standing?.checkedAt ?? null,
            nextDueOn: standing?.nextDueOn ?? null,
            dueSince: standing?.dueSince ?? null,
            isObsolete: standing?.isObsolete ?? false,
          },
          today,
        ),
      ),
    );
    expect([...states].toSorted()).toEqual([
      'DUE',
      'FRESH',
      'NEVER_VERIFIED',
      'OBSOLETE',
      'OVERDUE',
      'RECORD',
    ]);
    expect(pages.filter(({ standing }) => standing?.replacedById)).toHaveLength(1);
    expect(await db.readingTotal.count()).toBeGreaterThan(500);
  });

  it('shows where each technique stands as its last step says, with the squad’s own evidence', async () => {
    expect(await db.technique.count()).toBe(20);
    expect(
      await count(`"Adoption" a JOIN LATERAL (SELECT * FROM "AdoptionEvent" e
      WHERE e."adoptionId" = a.id ORDER BY sequence DESC LIMIT 1) e ON true
      WHERE e."toState" <> a.state OR e."occurredOn" <> a."lastOn"`),
    ).toBe(0);
    expect(
      await count(`"AdoptionEvent" e JOIN "Adoption" a ON a.id = e."adoptionId"
      WHERE e."recordedById" IS NULL OR NOT EXISTS (SELECT 1 FROM "Membership" m
        WHERE m."personId" = e."recordedById" AND m."unitId" = a."squadId"
          AND daterange(m."validFrom", m."validTo") @> e."occurredOn")`),
    ).toBe(0);
    expect(
      await count(`"Evidence" WHERE value IS NOT NULL AND "replicatesId" IS NULL`),
    ).toBeGreaterThan(40);
    expect(
      await count(
        `"Adoption" a JOIN "Technique" t ON t.id = a."techniqueId" WHERE a."firstOn" < t."originOn"`,
      ),
    ).toBe(0);
  });

  it('has write-ups whose addresses lead to pages', async () => {
    const pages = await db.wikiPage.findMany({
      select: { path: true, space: { select: { slug: true } } },
    });
    const addresses = new Set(pages.map(({ path, space }) => `/wiki/${space.slug}/${path}`));
    const versions = await db.techniqueVersion.findMany();
    const written = versions.flatMap(
      (version) => JSON.stringify(version).match(/\/wiki\/[a-z/-]+/g) ?? [],
    );
    expect(written.length).toBeGreaterThan(15);
    expect(written.filter((address) => !addresses.has(address))).toEqual([]);
  });

  it('knows who heard of a technique only from who was there, or said so', async () => {
    expect(await count(`"Exposure" WHERE channel = 'MEETUP'`)).toBeGreaterThan(300);
    expect(
      await count(`"Exposure" x JOIN "Technique" t ON t.id = x."techniqueId"
      WHERE x."squadId" = t."originSquadId"
        OR NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."personId" = x."personId"
          AND m."unitId" = x."squadId" AND daterange(m."validFrom", m."validTo") @> x.at::date)
        OR (x.channel = 'MEETUP' AND NOT EXISTS (SELECT 1 FROM "Attendance" a
          WHERE a."meetupId" = x."meetupId" AND a."personId" = x."personId"))`),
    ).toBe(0);
  });

  it('has meetups behind and ahead, on the days their rules say, at the guild’s own time', async () => {
    expect(
      await db.meetup.count({
        where: { series: { slug: 'machine-learning-guild' }, startsAt: { lt: now } },
      }),
    ).toBe(39);
    expect(
      await db.meetup.count({
        where: { series: { slug: 'machine-learning-guild' }, startsAt: { gte: now } },
      }),
    ).toBe(6);
    expect(
      await count(`"Meetup" WHERE to_char("startsAt" AT TIME ZONE 'Europe/Lisbon', 'HH24:MI')
      NOT IN ('12:00', '13:00', '14:00', '15:00')`),
    ).toBe(0);
    expect(
      await count(`"Meetup" m WHERE m."startsAt" > '${now.toISOString()}'
      AND EXISTS (SELECT 1 FROM "Attendance" a WHERE a."meetupId" = m.id)`),
    ).toBe(0);
    expect(await count(`"Rsvp" WHERE at > '${now.toISOString()}'`)).toBe(0);
    expect(
      await count(
        `"Rsvp" r JOIN "Meetup" m ON m.id = r."meetupId" WHERE m."startsAt" > '${now.toISOString()}'`,
      ),
    ).toBeGreaterThan(80);
  });

  it('has two working groups finished, owners named, and one in its fifth week', async () => {
    const groups = await db.workingGroup.groupBy({
      by: ['state'],
      _count: true,
      orderBy: { state: 'asc' },
    });
    expect(groups).toEqual([
      { state: 'ACTIVE', _count: 1 },
      { state: 'CLOSED', _count: 2 },
    ]);
    expect(
      await count(`"Deliverable" d JOIN "WorkingGroup" w ON w.id = d."workingGroupId"
      WHERE w.state = 'CLOSED' AND (d."ownerSquadId" IS NULL OR d.state IN ('DRAFT', 'REVIEW'))`),
    ).toBe(0);
    const states = await db.deliverable.groupBy({
      by: ['state'],
      where: { workingGroup: { state: 'ACTIVE' } },
    });
    expect(states.length).toBe(3);
  });

  it('records nothing as having happened after the day of loading', async () => {
    const later = `> '${now.toISOString()}'`;
    for (const [table, column] of [
      ['Technique', 'updatedAt'],
      ['AuditEntry', 'at'],
      ['AdoptionEvent', 'recordedAt'],
      ['WikiRevision', 'createdAt'],
      ['Exposure', 'recordedAt'],
      ['DeliverableEvent', 'recordedAt'],
      ['Membership', 'recordedAt'],
      ['Evidence', 'createdAt'],
      ['Attempt', 'createdAt'],
      ['Presentation', 'recordedAt'],
    ]) {
      expect(await count(`"${table}" WHERE "${column}" ${later}`), `${table}.${column}`).toBe(0);
    }
  });

  it('can be found by search', async () => {
    const kinds = await db.searchEntry.groupBy({ by: ['kind'], _count: true });
    const found = Object.fromEntries(kinds.map(({ kind, _count }) => [kind, _count]));
    expect(found).toMatchObject({ person: 133, technique: 20, 'working-group': 3 });
    expect(found.page).toBe(await db.wikiPage.count());
  });

  it(
    'loaded a second time changes nothing; loaded on the same day elsewhere it is the same',
    async () => {
      const before = await content();
      expect(await loadDemoGuild(db, new Date('2026-12-24T09:00:00Z'))).toBe('already-loaded');
      expect(await content()).toEqual(before);

      await emptyDatabase();
      expect(await loadDemoGuild(db, now)).toBe('loaded');
      expect(await content()).toEqual(before);
    },
    LOADING,
  );

  it('stays out of a database that somebody uses', async () => {
    await emptyDatabase();
    await db.person.create({ data: { handle: 'somebody', name: 'Somebody' } });
    expect(await loadDemoGuild(db, now)).toBe('database-in-use');
    expect(await db.orgUnit.count()).toBe(0);
  });
});

/** All rows of what was loaded, as one digest per table, without the ids that revisions get by chance. */
async function content(): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const table of [
    'Person',
    'OrgUnit',
    'Membership',
    'UnitParent',
    'UnitSuccession',
    'WikiSpace',
    'WikiPage',
    'WikiRevision',
    'WikiLink',
    'MeetupSeries',
    'Meetup',
    'AgendaItem',
    'Rsvp',
    'Attendance',
    'Technique',
    'TechniqueVersion',
    'Attempt',
    'Evidence',
    'Presentation',
    'Exposure',
    'Adoption',
    'AdoptionEvent',
    'TechniqueRelation',
    'WorkingGroup',
    'WorkingGroupSeat',
    'AuditEntry',
    'Deliverable',
    'DeliverableEvent',
    'Checkpoint',
    'Installation',
    'User',
  ]) {
    const chance = ['WikiRevision', 'WikiLink'].includes(table)
      ? "- 'id'"
      : "- 'currentRevisionId'";
    // What the database itself stamps when a row is written is not part of the story.
    const [row] = await db.$queryRawUnsafe<{ digest: string }[]>(
      `SELECT coalesce(md5(string_agg(r, '|' ORDER BY r)), '') AS digest
         FROM (SELECT (to_jsonb(t) ${chance})::text AS r FROM "${table}" t) rows`,
    );
    digests[table] = row?.digest ?? '';
  }
  return digests;
}
