import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf, formatDay } from '@/foundation/days';
import { db, Prisma, type Transaction } from '@/foundation/db';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@/foundation/pagination';
import type { UnitKind } from '@/foundation/prisma-client/enums';
import { type Question, question } from '@/foundation/questions';
import { canHandOnSpace, canTakeSpace, OWNS_SPACES } from '../../policy';
import { ledUnitIds } from '../../reviews/queue/queries';

const HISTORY_SHOWN = 50;
const UNITS_SHOWN = 1_000;
const SPACES_SHOWN = 20;

type NamedUnit = { id: string; slug: string; name: string; kind: UnitKind };
type NamedPerson = { name: string; handle: string };

export type Handover = {
  id: string;
  from: NamedUnit;
  to: NamedUnit;
  askedBy: NamedPerson | null;
  answeredBy: NamedPerson | null;
  askedAt: Date;
  answeredAt: Date | null;
  note: string;
};

type HandoverRow = Omit<Handover, 'askedAt' | 'answeredAt'> & {
  askedAt: string;
  answeredAt: string | null;
};

type KeptSpace = { id: string; ownerUnitId: string };

/** The units that answer for what the owner of a space left; none while it lives. */
export async function findHeirIds(
  tx: Pick<Transaction, '$queryRaw'>,
  { now }: Context,
  ownerUnitId: string,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT heir AS id FROM unit_heirs(${ownerUnitId}, ${dayOf(now)}::date) AS heir`;
  return rows.map(({ id }) => id);
}

/** Who kept a space, to whom it is offered, and what the actor may do about it; in one statement. */
export async function getSpaceKeeping(ctx: Context, space: KeptSpace) {
  const { actor, now } = ctx;
  const [row] = await db.$queryRaw<
    [{ heirIds: string[]; isOver: boolean; handovers: (HandoverRow & { isOpen: boolean })[] }]
  >`
    SELECT ARRAY(SELECT unit_heirs(u.id, ${dayOf(now)}::date)) AS "heirIds",
           coalesce(u."validTo" <= ${dayOf(now)}::date, false) AS "isOver",
           coalesce((SELECT json_agg(shown ORDER BY shown."askedAt" DESC) FROM (
             SELECT h.answer IS NULL AS "isOpen", ${Prisma.raw(HANDOVER)} WHERE h."spaceId" = ${space.id}
                AND (h.answer IS NULL OR h.answer = 'ACCEPTED')
              ORDER BY h."askedAt" DESC LIMIT ${HISTORY_SHOWN}) shown), '[]') AS handovers
      FROM "OrgUnit" u WHERE u.id = ${space.ownerUnitId}`;
  const open = row.handovers.find(({ isOpen }) => isOpen);
  return {
    canHandOn: canHandOnSpace(actor, { ...space, heirIds: row.heirIds }),
    isOwnerOver: row.isOver,
    offer: open ? { ...read(open), canAnswer: canTakeSpace(actor, open.to.id) } : null,
    history: row.handovers.filter(({ isOpen }) => !isOpen).map(read),
  };
}

export type SpaceKeeping = Awaited<ReturnType<typeof getSpaceKeeping>>;

/** Living units that may keep a space, for a field that completes their names. */
export function listUnitsThatKeepSpaces({ now }: Context) {
  return db.orgUnit.findMany({
    where: {
      kind: { in: [...OWNS_SPACES] },
      OR: [{ validTo: null }, { validTo: { gt: dayOf(now) } }],
    },
    select: { slug: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: UNITS_SHOWN,
  });
}

export type WaitingSpace = {
  id: string;
  slug: string;
  name: string;
  ownerName: string;
  /** False on the last day of its owner, too. */
  isOwnerOver: boolean;
  offer: Handover | null;
};

type WaitingRow = Omit<WaitingSpace, 'offer'> & { offer: HandoverRow | null };

/**
 * Spaces that wait for a word of the actor: offered to a unit they lead, or left by one that ends
 * today or has ended and not offered to anybody.
 */
export function spacesThatWait(
  ctx: Context,
  { after, size = SPACES_SHOWN }: { after?: string; size?: number } = {},
): Question<Page<WaitingSpace>> {
  const { actor, now } = ctx;
  const [afterName = null, afterId = null] = decodeCursor(after, 2) ?? [];
  return question(
    `SELECT s.id, s.slug, s.name, u.name AS "ownerName", coalesce(u."validTo" <= $1::date, false) AS "isOwnerOver",
            (SELECT to_json(one) FROM (SELECT ${HANDOVER} WHERE h."spaceId" = s.id AND h.answer IS NULL) one) AS offer
       FROM "WikiSpace" s JOIN "OrgUnit" u ON u.id = s."ownerUnitId"
      WHERE (s.id IN (SELECT h."spaceId" FROM "SpaceHandover" h WHERE h.answer IS NULL AND h."toUnitId" = ANY ($2::text[]))
         OR (u."validTo" <= $1::date + 1
             AND ($3 OR EXISTS (SELECT 1 FROM unit_heirs(u.id, $1::date) heir WHERE heir = ANY ($2::text[])))
             AND NOT EXISTS (SELECT 1 FROM "SpaceHandover" h WHERE h."spaceId" = s.id AND h.answer IS NULL)))
        AND ($5::text IS NULL OR (s.name, s.id) > ($4::text, $5::text))
      ORDER BY s.name, s.id LIMIT $6::int`,
    [formatDay(dayOf(now)), ledUnitIds(ctx), actor.isAdministrator, afterName, afterId, size + 1],
    (rows: WaitingRow[]) =>
      pageOf(
        rows.map(({ offer, ...space }) => ({ ...space, offer: offer && read(offer) })),
        size,
        ({ name, id }) => encodeCursor([name, id]),
      ),
  );
}

const unit = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name, 'kind', ${alias}.kind)`;
const person = (alias: string) =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('name', ${alias}.name, 'handle', ${alias}.handle) END`;

const HANDOVER = `
  h.id::text AS id, h."askedAt", h."answeredAt", h.note, ${unit('f')} AS "from", ${unit('t')} AS "to",
  ${person('a')} AS "askedBy", ${person('b')} AS "answeredBy"
  FROM "SpaceHandover" h
  JOIN "OrgUnit" f ON f.id = h."fromUnitId" JOIN "OrgUnit" t ON t.id = h."toUnitId"
  LEFT JOIN "Person" a ON a.id = h."askedById" LEFT JOIN "Person" b ON b.id = h."answeredById"`;

const read = ({ askedAt, answeredAt, ...rest }: HandoverRow): Handover => ({
  ...rest,
  askedAt: new Date(askedAt),
  answeredAt: answeredAt === null ? null : new Date(answeredAt),
});
