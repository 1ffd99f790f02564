import { GRACE_DAYS, WINDOW_DAYS } from './freshness';

/**
 * Pieces of SQL that other statements of the wiki are made with. `p` is the page. They bring JSON,
 * so that a list or a page needs no statement more; `readStanding` and `readReview` read it.
 */

const DUE = `least((st."dueSince" AT TIME ZONE 'UTC')::date, CASE WHEN st."checkedAt" IS NOT NULL THEN st."nextDueOn" END)`;

const STANDING_FIELDS = `
  'kind', p.kind, 'createdAt', p."createdAt", 'checkedAt', st."checkedAt", 'nextDueOn', st."nextDueOn",
  'dueSince', st."dueSince", 'isObsolete', coalesce(st."isObsolete", false)`;

const OF_PAGE = `FROM (SELECT 1) AS one LEFT JOIN "PageStanding" st ON st."pageId" = p.id`;

/** How far a page can be trusted: one look-up by key. */
export const STANDING = `(SELECT json_build_object(${STANDING_FIELDS}) ${OF_PAGE})`;

const PERSON = `json_build_object('name', k.name, 'handle', k.handle)`;
const SINCE_CHECKED = `coalesce(st."checkedAt", '-infinity')`;

/**
 * The day from which somebody should look at a page, of what nobody has looked at for the time its
 * kind allows. Needs `st`; the windows come from the rule.
 */
export const dueOnSql = (windows: Readonly<Record<string, number | null>>) => `
  CASE WHEN st."isObsolete" THEN NULL ELSE least(
    (st."dueSince" AT TIME ZONE 'UTC')::date,
    CASE WHEN st."checkedAt" IS NOT NULL THEN st."nextDueOn"
         ELSE (p."createdAt" AT TIME ZONE 'UTC')::date + CASE p.kind::text ${Object.entries(windows)
           .filter(([, days]) => days !== null)
           .map(([kind, days]) => `WHEN '${kind}' THEN ${days}`)
           .join(' ')} END END) END`;

const RECORDS = Object.entries(WINDOW_DAYS)
  .filter(([, days]) => days === null)
  .map(([kind]) => `'${kind}'`)
  .join(', ');

/** How far a page can be trusted of which nothing is recorded. */
export const UNRECORDED = `CASE WHEN p.kind IN (${RECORDS}) THEN 'RECORD' ELSE 'NEVER_VERIFIED' END`;

/** `freshnessOf` as the database reckons it, for lists that are narrowed and counted by it. Needs `st`; `day` is the parameter with today. */
export const freshnessSql = (day: string) => `
  CASE WHEN st."isObsolete" THEN 'OBSOLETE'
       WHEN st."checkedAt" IS NULL AND st."dueSince" IS NULL THEN ${UNRECORDED}
       WHEN ${day}::date - ${DUE} > ${GRACE_DAYS} THEN 'OVERDUE'
       WHEN ${day}::date >= ${DUE} THEN 'DUE'
       ELSE 'FRESH' END`;

/** Whether somebody who works here keeps the page; `day` is the parameter with today. */
export const isKeptSql = (day: string) => `EXISTS (
  SELECT 1 FROM "WikiSteward" w JOIN "Person" k ON k.id = w."personId"
   WHERE w."pageId" = p.id AND k."deactivatedAt" IS NULL AND (k."leftOn" IS NULL OR k."leftOn" > ${day}::date))`;

/**
 * All that the top of a page tells of its checks.
 * @param reader the placeholder of the reader's id
 * @param day the placeholder of today
 */
export const reviewDetails = (reader: string, day: string) => `(
  SELECT json_build_object(${STANDING_FIELDS},
    'check', (SELECT json_build_object('by', ${PERSON}, 'against', c.against, 'url', c."againstUrl", 'revision', c."revisionNumber")
                FROM "KnowledgeReview" c JOIN "Person" k ON k.id = c."reviewerId" WHERE c.id = st."lastCheckId"),
    'verdict', (SELECT json_build_object('by', ${PERSON}, 'outcome', c.outcome, 'note', c.note, 'at', c.at)
                  FROM "KnowledgeReview" c JOIN "Person" k ON k.id = c."reviewerId"
                 WHERE c.id = st."lastReviewId" AND c.outcome IN ('OUTDATED', 'RETIRED')),
    'replacement', (SELECT json_build_object('title', x.title, 'path', x.path, 'spaceSlug', xs.slug)
                      FROM "WikiPage" x JOIN "WikiSpace" xs ON xs.id = x."spaceId" WHERE x.id = st."replacedById"),
    'reasons', CASE WHEN st."dueSince" IS NOT NULL THEN (
      SELECT json_agg(json_build_object('kind', x.kind, 'about', x.about, 'address', x.address) ORDER BY x.at, x.id)
        FROM "ReviewReason" x WHERE x."pageId" = p.id AND x.at > ${SINCE_CHECKED}) END,
    'reports', CASE WHEN st."pageId" IS NOT NULL THEN (
      SELECT count(*) FROM "ReaderReport" x
       WHERE x."pageId" = p.id AND x."withdrawnAt" IS NULL AND x."reportedAt" > ${SINCE_CHECKED}) ELSE 0 END,
    'ownReport', CASE WHEN st."pageId" IS NOT NULL THEN EXISTS (
      SELECT 1 FROM "ReaderReport" x
       WHERE x."pageId" = p.id AND x."readerId" = ${reader} AND x."withdrawnAt" IS NULL
         AND x."reportedAt" > ${SINCE_CHECKED}) ELSE false END,
    'isKept', ${isKeptSql(day)}) ${OF_PAGE})`;
