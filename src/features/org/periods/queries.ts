import 'server-only';
import { Prisma } from '@/foundation/db';

/** SQL for "this row's period holds on the day", for a table with `validFrom` and `validTo`. */
export function holdsOnDay(alias: string, day: Date): Prisma.Sql {
  const row = Prisma.raw(alias);
  return Prisma.sql`(${row}."validFrom" <= ${day}::date AND (${row}."validTo" IS NULL OR ${row}."validTo" > ${day}::date))`;
}

/** The same for a table whose rows are superseded and never rewritten. */
export function countsOnDay(alias: string, day: Date): Prisma.Sql {
  return Prisma.sql`(${Prisma.raw(alias)}."supersededAt" IS NULL AND ${holdsOnDay(alias, day)})`;
}

/** SQL for "this person works here on the day". */
export function isHereOnDay(alias: string, day: Date): Prisma.Sql {
  const person = Prisma.raw(alias);
  return Prisma.sql`((${person}."startedOn" IS NULL OR ${person}."startedOn" <= ${day}::date) AND (${person}."leftOn" IS NULL OR ${person}."leftOn" > ${day}::date))`;
}
