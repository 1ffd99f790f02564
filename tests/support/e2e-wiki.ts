import { randomUUID } from 'node:crypto';
import { type DemoPerson, demoPeople } from './demo-sign-in';
import { askE2eDatabase } from './e2e-database';

const THE_GUILD = `(SELECT id FROM "OrgUnit" WHERE kind = 'GUILD' ORDER BY slug LIMIT 1)`;

type GuildSpace = { slug: string; name: string; people: [DemoPerson, ...DemoPerson[]] };

/** An empty space of a guild, for one test alone, and who belongs to that guild in a role. */
export async function aGuildSpace(role: 'LEAD' | 'MEMBER'): Promise<GuildSpace> {
  const [first, ...others] = await demoPeople(
    `EXISTS (SELECT 1 FROM "Membership" m WHERE m."personId" = p.id AND m."unitId" = ${THE_GUILD}
       AND m.role = $1::"MembershipRole" AND m."validTo" IS NULL AND m."supersededAt" IS NULL)`,
    [role],
  );
  const [space] = await askE2eDatabase<{ slug: string; name: string }>(
    `INSERT INTO "WikiSpace" (id, slug, name, "ownerUnitId", "createdAt")
     VALUES ('s' || $1, 'e2e-' || $1, 'Space ' || $1, ${THE_GUILD}, now()) RETURNING slug, name`,
    [randomUUID()],
  );
  if (!first || !space) throw new Error(`The demo guild has nobody who is ${role} of a guild.`);
  return { ...space, people: [first, ...others] };
}

/** Somebody who belongs to no guild and administers nothing: who may read, and no more. */
export async function aReader(): Promise<DemoPerson> {
  const [reader] = await demoPeople(
    `NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."personId" = p.id AND m."unitKind" = 'GUILD')
     AND NOT EXISTS (SELECT 1 FROM "User" u WHERE u."personId" = p.id AND u."isAdministrator")`,
  );
  if (!reader) throw new Error('The demo guild has nobody outside of its guilds.');
  return reader;
}
