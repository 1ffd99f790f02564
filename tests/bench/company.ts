import type pg from 'pg';

export type Company = {
  people: number;
  squads: number;
  tribes: number;
  chapters: number;
  subGuilds: number;
  techniques: number;
  adoptionEvents: number;
  meetups: number;
  wikiPages: number;
};

export const COMPANY: Company = {
  people: 5_000,
  squads: 600,
  tribes: 40,
  chapters: 160,
  subGuilds: 12,
  techniques: 2_000,
  adoptionEvents: 50_000,
  meetups: 400,
  wikiPages: 20_000,
};

/** What varies is drawn from this, so that two runs measure the same company. */
const SEED = 0.42;

const EVENTS_PER_ADOPTION = 2.5;

/**
 * Fills an empty, migrated database with a large company: SQL only, a minute of work at most.
 * Every constraint and trigger of the schema is in force meanwhile.
 */
export async function buildCompany(client: pg.Client, company = COMPANY): Promise<void> {
  await client.query(`SELECT setseed(${SEED})`);
  const parts = [organisation, meetups, techniques, journeys];
  for (const statement of parts.flatMap((part) => part(company))) {
    await client.query(statement);
  }
  await client.query('ANALYZE');
}

function organisation(company: Company): string[] {
  const { people, squads, tribes, chapters, subGuilds } = company;
  return [
    `CREATE TEMP TABLE first_name AS SELECT row_number() OVER () - 1 AS n, name FROM unnest(string_to_array(
       'Ada,Bram,Chiara,Dmitri,Esra,Farah,Goran,Hana,Idris,Jana,Kofi,Lene,Malik,Noor,Oskar,Priya,Quentin,Rosa,Sana,Tomas,Uma,Vera,Wanda,Xenia,Yusuf,Zora', ',')) AS name`,
    `CREATE TEMP TABLE last_name AS SELECT row_number() OVER () - 1 AS n, name FROM unnest(string_to_array(
       'Almasi,Brandt,Castell,Dufour,Eklund,Ferreira,Grabow,Hofer,Ivanic,Jansson,Kowal,Lindqvist,Moretti,Nakata,Okoro,Petrov,Quist,Rahimi,Sandberg,Tanaka,Ueno,Varga,Weiss,Xylander,Yilmaz,Zeman', ',')) AS name`,
    `INSERT INTO "Person" (id, handle, name, email, "timeZone", headline, skills, "askMeAbout", "startedOn", "updatedAt")
     SELECT 'p' || i, 'person-' || i, f.name || ' ' || l.name || ' ' || i, 'person' || i || '@bench.example',
       (ARRAY['Europe/Berlin','Europe/London','America/New_York','Asia/Tokyo'])[1 + i % 4],
       'Works on topic ' || i % 97, ARRAY['python', 'skill-' || i % 50], ARRAY['topic ' || i % 97],
       current_date - (200 + i % 2000), now()
     FROM generate_series(1, ${people}) i
     JOIN first_name f ON f.n = i % 26 JOIN last_name l ON l.n = (i / 26) % 26`,
    unitsOf('TRIBE', 'tribe', tribes),
    unitsOf('SQUAD', 'squad', squads),
    unitsOf('CHAPTER', 'chapter', chapters),
    `INSERT INTO "OrgUnit" (id, kind, slug, name, purpose, "validFrom", "updatedAt")
     VALUES ('guild', 'GUILD', 'guild', 'Machine learning guild', 'What one squad learns reaches the others.', current_date - 900, now())`,
    unitsOf('SUBGUILD', 'subguild', subGuilds),
    parentsOf('SQUAD', 'squad', squads, `'tribe' || 1 + i % ${tribes}`, 'TRIBE'),
    parentsOf('CHAPTER', 'chapter', chapters, `'tribe' || 1 + i % ${tribes}`, 'TRIBE'),
    parentsOf('SUBGUILD', 'subguild', subGuilds, `'guild'`, 'GUILD'),
    // Everyone moved once: a squad half a year ago, another since.
    memberships(people, 'former', `'squad' || 1 + (i * 7) % ${squads}`, 'SQUAD', {
      from: 'current_date - 180 - i % 400 - 1',
      to: 'current_date - 180',
      isPrimary: true,
    }),
    memberships(people, 'squad', `'squad' || 1 + i % ${squads}`, 'SQUAD', {
      from: 'current_date - 180',
      isPrimary: true,
      role: `CASE WHEN i <= ${squads} THEN 'LEAD' ELSE 'MEMBER' END`,
    }),
    memberships(people, 'chapter', `'chapter' || 1 + i % ${chapters}`, 'CHAPTER', {
      from: 'current_date - 180',
      role: `CASE WHEN i <= ${chapters} THEN 'CHAPTER_LEAD' ELSE 'MEMBER' END`,
    }),
    memberships(people, 'guild', `'guild'`, 'GUILD', {
      from: 'current_date - 150',
      only: 'i % 3 = 0',
      isOwn: true,
    }),
    memberships(people, 'subguild', `'subguild' || 1 + i % ${subGuilds}`, 'SUBGUILD', {
      from: 'current_date - 150',
      only: 'i % 6 = 0',
      isOwn: true,
    }),
    memberships(people, 'guildlead', `'guild'`, 'GUILD', {
      from: 'current_date - 150',
      only: 'i IN (3, 6)',
      role: `'LEAD'`,
    }),
  ];
}

const unitsOf = (kind: string, prefix: string, count: number) =>
  `INSERT INTO "OrgUnit" (id, kind, slug, name, purpose, "validFrom", "updatedAt")
   SELECT '${prefix}' || i, '${kind}', '${prefix}-' || i, initcap('${prefix}') || ' ' || i,
     'Owns area ' || i || ' from data to production.', current_date - 900, now()
   FROM generate_series(1, ${count}) i`;

const parentsOf = (
  kind: string,
  prefix: string,
  count: number,
  parent: string,
  parentKind: string,
) =>
  `INSERT INTO "UnitParent" (id, "unitId", "unitKind", "parentId", "parentKind", "validFrom", "recordedAt")
   SELECT 'up-${prefix}' || i, '${prefix}' || i, '${kind}', ${parent}, '${parentKind}', current_date - 900, now()
   FROM generate_series(1, ${count}) i`;

type MembershipOptions = {
  from: string;
  to?: string;
  role?: string;
  only?: string;
  isPrimary?: boolean;
  isOwn?: boolean;
};

function memberships(
  people: number,
  prefix: string,
  unit: string,
  kind: string,
  options: MembershipOptions,
): string {
  const {
    from,
    to = 'NULL::date',
    role = `'MEMBER'`,
    only = 'true',
    isPrimary = false,
    isOwn,
  } = options;
  return `INSERT INTO "Membership"
     (id, "personId", "unitId", "unitKind", role, "isPrimary", "validFrom", "validTo", source, "recordedAt", "recordedById")
   SELECT '${prefix}' || i, 'p' || i, ${unit}, '${kind}', (${role})::"MembershipRole", ${isPrimary}, ${from}, ${to},
     '${isOwn ? 'SELF' : 'ADMINISTRATOR'}', now(), ${isOwn ? `'p' || i` : 'NULL'}
   FROM generate_series(1, ${people}) i WHERE ${only}`;
}

function meetups(company: Company): string[] {
  return [
    `INSERT INTO "MeetupSeries" (id, slug, "ownerUnitId", title, "timeZone", "recurrenceRule", "firstOn", "localTime", "createdAt")
     VALUES ('series', 'guild-meetup', 'guild', 'Guild meetup', 'Europe/Berlin', 'FREQ=WEEKLY;BYDAY=TH', current_date - 7 * ${company.meetups - 10}, '16:00', now())`,
    `INSERT INTO "Meetup" (id, "seriesId", "ownerUnitId", "occursOn", title, "startsAt", "endsAt", "timeZone")
     SELECT 'm' || i, 'series', 'guild', day, 'Guild meetup', day + interval '15 hours', day + interval '16 hours 30 minutes', 'Europe/Berlin'
     FROM generate_series(1, ${company.meetups}) i, LATERAL (SELECT current_date + 7 * (10 - i) AS day) d`,
    `INSERT INTO "AgendaItem" (id, "meetupId", position, kind, title, minutes, "presenterId")
     SELECT 'a' || i || '-' || k, 'm' || i, k, 'TALK', 'Talk ' || k || ' of meetup ' || i, 30, 'p' || 1 + (i * 3 + k) % ${company.people}
     FROM generate_series(1, ${company.meetups}) i, generate_series(1, 3) k`,
    `INSERT INTO "Attendance" ("meetupId", "personId", "recordedAt")
     SELECT 'm' || i, 'p' || 3 * (1 + (i * 37 + k * 11) % ${Math.floor(company.people / 3) - 1}), now()
     FROM generate_series(11, ${company.meetups}) i, generate_series(1, 40) k ON CONFLICT DO NOTHING`,
  ];
}

const TOPICS = `(ARRAY['cold start','drift monitoring','feature freshness','two-tower retrieval','calibration',
  'label leakage','backfill','exploration','uplift','embedding versioning','position bias','data contract'])`;

function techniques(company: Company): string[] {
  const { techniques: count, squads, people } = company;
  return [
    `INSERT INTO "Technique" (id, slug, title, summary, "originSquadId", "originOn", "authorId", "createdAt", "updatedAt")
     SELECT 't' || i, 'technique-' || i, initcap(${TOPICS}[1 + i % 12]) || ' with approach ' || i,
       'How squad ' || 1 + i % ${squads} || ' dealt with ' || ${TOPICS}[1 + i % 12] || '.',
       'squad' || 1 + i % ${squads}, current_date - 200 - i % 500, 'p' || 1 + i % ${people},
       now() - (i || ' hours')::interval, now() - (i || ' hours')::interval
     FROM generate_series(1, ${count}) i`,
    `INSERT INTO "TechniqueVersion" (id, "techniqueId", number, problem, approach, "failedApproaches", "dataChallenges", "evaluationMethod", "authorId", "createdAt")
     SELECT 'v' || i, 't' || i, 1, repeat('The problem was ' || ${TOPICS}[1 + i % 12] || ' in a place nobody watched. ', 8),
       repeat('We measured first, then changed one thing at a time. ', 20), repeat('Averages hid it. ', 6),
       repeat('Logs came late. ', 6), repeat('A split by account, four weeks. ', 6), 'p' || 1 + i % ${people}, now()
     FROM generate_series(1, ${count}) i`,
    `UPDATE "Technique" SET "currentVersionId" = 'v' || substr(id, 2)`,
    `INSERT INTO "Evidence" (id, "techniqueId", "squadId", kind, summary, metric, baseline, value, n, "measuredOn", "createdAt")
     SELECT 'e' || i, 't' || i, 'squad' || 1 + i % ${squads}, 'AB_TEST', 'Measured against the former state.', 'retention', 0.40, 0.43, 10000, current_date - 190 - i % 500, now()
     FROM generate_series(1, ${count}) i`,
    `INSERT INTO "Attempt" (id, "techniqueId", "squadId", title, hypothesis, outcome, why, "endedOn", "createdAt")
     SELECT 'at' || i, 't' || i, 'squad' || 1 + i % ${squads}, 'First try ' || i, 'A larger model helps.', 'FAILED', 'It learnt the calendar.', current_date - 210, now()
     FROM generate_series(1, ${count}) i`,
    `INSERT INTO "Presentation" (id, "techniqueId", "versionId", "meetupId", "presentedAt", "recordedAt")
     SELECT 'pr' || i, 't' || i, 'v' || i, m.id, m."startsAt", now()
     FROM generate_series(1, ${count}) i JOIN "Meetup" m ON m.id = 'm' || 30 + i % (${company.meetups} - 40)`,
  ];
}

function journeys(company: Company): string[] {
  const { techniques: count, squads, adoptionEvents } = company;
  const perTechnique = Math.round(adoptionEvents / EVENTS_PER_ADOPTION / count);
  const adoption = `'ad' || i || '-' || k`;
  const squad = `'squad' || 1 + (i + k * 53) % ${squads}`;
  const begun = `current_date - 180 + k * 3`;
  const event = (sequence: number, from: string, to: string, after: number, only: string) =>
    `INSERT INTO "AdoptionEvent" (id, "adoptionId", sequence, "fromState", "toState", "occurredOn", "recordedAt", "recordedById", "reasonCode", "evidenceId")
     SELECT 'ev' || i || '-' || k || '-${sequence}', ${adoption}, ${sequence}, ${from}, ${to}, ${begun} + ${after}, now(), 'p' || 1 + (i + k * 53) % ${squads}, ${
       to.includes('DECLINED') ? `'NO_NEED'` : 'NULL'
     }, ${to.includes('IN_PRODUCTION') ? `'ae' || i || '-' || k` : 'NULL'}
     FROM generate_series(1, ${count}) i, generate_series(1, ${perTechnique}) k WHERE ${only}`;
  return [
    `INSERT INTO "Adoption" (id, "techniqueId", "originSquadId", "squadId", "versionId", source, state, "firstOn", "lastOn", "createdAt")
     SELECT ${adoption}, 't' || i, 'squad' || 1 + i % ${squads}, ${squad}, 'v' || i, 'ORIGIN', 'IDENTIFIED', ${begun}, ${begun}, now()
     FROM generate_series(1, ${count}) i, generate_series(1, ${perTechnique}) k`,
    `INSERT INTO "Evidence" (id, "techniqueId", "squadId", kind, summary, metric, baseline, value, n, "measuredOn", "createdAt")
     SELECT 'ae' || i || '-' || k, 't' || i, ${squad}, 'AB_TEST', 'It held here too.', 'retention', 0.40, 0.42, 8000, ${begun} + 40, now()
     FROM generate_series(1, ${count}) i, generate_series(1, ${perTechnique}) k WHERE k % 4 = 0`,
    event(1, 'NULL', `'IDENTIFIED'`, 0, 'true'),
    event(2, `'IDENTIFIED'`, `'ASSESSING'`, 10, 'k % 4 <> 3'),
    event(2, `'IDENTIFIED'`, `'DECLINED'`, 12, 'k % 4 = 3'),
    event(3, `'ASSESSING'`, `'TRIALLING'`, 20, 'k % 4 = 0'),
    event(4, `'TRIALLING'`, `'IN_PRODUCTION'`, 41, 'k % 4 = 0'),
    event(5, `'IN_PRODUCTION'`, `'SUSTAINED'`, 132, 'k = 4'),
  ];
}
