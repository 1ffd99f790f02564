import type { BrowserContext } from '@playwright/test';
import { aBrowserSession } from '../bench/reader';
import { askE2eDatabase, e2eDatabaseUrl } from './e2e-database';

export type DemoPerson = { id: string; handle: string; name: string };

/** The demo people who fit a condition on "Person" p, in order of their handles. */
export function demoPeople(condition: string, values: unknown[] = []): Promise<DemoPerson[]> {
  return askE2eDatabase<DemoPerson>(
    `SELECT p.id, p.handle, p.name FROM "Person" p
      WHERE p."deactivatedAt" IS NULL AND p."leftOn" IS NULL AND ${condition} ORDER BY p.handle`,
    values,
  );
}

/** Somebody of a squad who leads nothing, so that nothing is allowed by accident. */
export async function someMember(): Promise<DemoPerson> {
  const [person] = await demoPeople(
    `EXISTS (SELECT 1 FROM "Membership" m WHERE m."personId" = p.id AND m."isPrimary" AND m.role = 'MEMBER'
       AND m."validTo" IS NULL AND m."supersededAt" IS NULL)
     AND NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."personId" = p.id AND m.role <> 'MEMBER')`,
  );
  if (!person) throw new Error('The demo guild has nobody who only belongs to a squad.');
  return person;
}

/** Signs a browser in as a demo person without walking through the sign-in page again. */
export async function signInAs(
  context: BrowserContext,
  person: DemoPerson,
  address: string,
): Promise<void> {
  const value = await aBrowserSession(e2eDatabaseUrl(), person.id);
  await context.addCookies([{ name: 'guildhall-session', value, url: address }]);
}
