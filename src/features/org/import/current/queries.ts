import 'server-only';
import type { Transaction } from '@/foundation/db';
import type {
  Current,
  CurrentMembership,
  CurrentParent,
  CurrentPerson,
  CurrentSchedule,
  CurrentUnit,
} from '../difference/current';

/** The whole organisation as the planner reads it: a handful of statements, however large it is. */
export async function loadCurrent(tx: Pick<Transaction, '$queryRaw'>): Promise<Current> {
  // One after the other: a transaction has one connection.
  const people = await tx.$queryRaw<CurrentPerson[]>`
    SELECT id, handle, name, email, "timeZone", headline, about, skills, "askMeAbout",
           "startedOn"::text, "leftOn"::text, "externalSource", "externalKey", attributes
      FROM "Person" ORDER BY id`;
  const units = await tx.$queryRaw<CurrentUnit[]>`
    SELECT u.id, u.kind::text, u.slug, u.name, u.purpose, u."timeZone", u."validFrom"::text,
           u."validTo"::text, u."externalSource", u."externalKey", u.attributes,
           EXISTS (SELECT 1 FROM "UnitSuccession" s
                    WHERE s."predecessorId" = u.id AND s.kind <> 'RENAME') AS "wasEndedByHand"
      FROM "OrgUnit" u ORDER BY u.id`;
  const memberships = await tx.$queryRaw<CurrentMembership[]>`
    SELECT id, "personId", "unitId", "unitKind"::text, role::text, "isPrimary", "validFrom"::text,
           "validTo"::text, "endReason", note, source::text, "externalSource"
      FROM "Membership" WHERE "supersededAt" IS NULL ORDER BY "validFrom", "isPrimary" DESC, id`;
  const parents = await tx.$queryRaw<CurrentParent[]>`
    SELECT id, "unitId", "unitKind"::text, "parentId", "parentKind"::text, "validFrom"::text,
           "validTo"::text, "externalSource"
      FROM "UnitParent" WHERE "supersededAt" IS NULL ORDER BY "validFrom", id`;
  const schedules = await tx.$queryRaw<CurrentSchedule[]>`
    SELECT id, "unitId", "externalKey", title, "originalText", links, "recurrenceRule", "timeZone",
           "localTime", "firstOn"::text, obstacle, "endedOn"::text,
           "settledAt" IS NOT NULL AS "isSettled"
      FROM "ImportedSchedule" ORDER BY id`;
  return { people, units, memberships, parents, schedules };
}
