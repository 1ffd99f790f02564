import { rebuildIndex } from '@/features/search/indexing/commands';
import { systemContext } from '@/foundation/context';
import { formatDay } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import type { PrismaClient } from '@/foundation/prisma-client/client';
import { loadAuditTrail } from './audit-trail';
import { Calendar } from './calendar';
import { loadMeetups, meetupDates } from './meetups';
import { loadOrganisation } from './organisation';
import { loadPageTemplates } from './page-templates';
import { loadSpaceHandovers } from './space-handovers';
import { loadSynonyms } from './synonyms';
import { loadTechniques } from './techniques';
import { loadWiki } from './wiki';
import { loadWikiChanges } from './wiki-changes';
import { addWikiFiles } from './wiki-files';
import { loadWikiReviews } from './wiki-reviews';
import { loadWorkingGroups } from './working-groups';

const MARK = 'demo-guild';
const LOADING_MILLISECONDS = 120_000;

export type LoadOutcome = 'loaded' | 'already-loaded' | 'database-in-use';

/**
 * Fills an empty database with the demo guild, as it stands at an instant. All of it or nothing;
 * a second time changes nothing but an index of the search that was not finished.
 */
export async function loadDemoGuild(db: PrismaClient, now: Date): Promise<LoadOutcome> {
  const outcome = await db.$transaction((tx) => fill(tx, now), {
    maxWait: 10_000,
    timeout: LOADING_MILLISECONDS,
  });
  if (outcome === 'database-in-use') return outcome;
  // Bytes lie outside of the database: they are stored when all that they belong to is there.
  if (outcome === 'loaded') await addWikiFiles(db, now);
  if (outcome === 'loaded' || (await db.searchEntry.count()) === 0) {
    await rebuildIndex(systemContext(now));
  }
  return outcome;
}

async function fill(tx: Transaction, now: Date): Promise<LoadOutcome> {
  // Two launchers at once become a queue: the second finds what the first has loaded.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${MARK}))::text`;
  if (await tx.installation.findUnique({ where: { key: MARK } })) return 'already-loaded';
  if ((await tx.person.count()) > 0) return 'database-in-use';

  const calendar = new Calendar(now);
  const dates = meetupDates(calendar);
  await loadOrganisation(tx, calendar);
  await loadAuditTrail(tx, calendar);
  await loadWiki(tx, calendar);
  await loadWikiReviews(tx, calendar);
  await loadWikiChanges(tx, calendar);
  await loadMeetups(tx, calendar, dates);
  await loadTechniques(tx, calendar, dates);
  await loadWorkingGroups(tx, calendar);
  await loadSpaceHandovers(tx, calendar);
  await loadSynonyms(tx, calendar);
  await loadPageTemplates(tx, calendar);
  await tx.installation.create({
    data: { key: MARK, value: { today: formatDay(calendar.today), loadedAt: now.toISOString() } },
  });
  return 'loaded';
}
