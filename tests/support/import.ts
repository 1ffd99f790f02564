import { applyImport, startApplying } from '@/features/org/import/runs/applying/commands';
import { type NewRun, prepareImport } from '@/features/org/import/runs/commands';
import type { ImportFormat } from '@/features/org/import/schema';
import { type Context, systemContext } from '@/foundation/context';
import { parseDay } from '@/foundation/days';
import { db } from '@/foundation/db';

/** The command line's context on a day, which is also the day the file is true on. */
export const on = (day: string): Context => systemContext(new Date(`${day}T12:00:00Z`));

type File = { format?: ImportFormat; source?: string; asOf?: string; fileName?: string };

const inputOf = (content: string | Uint8Array, { asOf, ...file }: File): NewRun => ({
  format: 'csv',
  fileName: 'organisation.csv',
  asOf: asOf ? parseDay(asOf) : null,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  ...file,
});

/** The dry run of a file. */
export async function compared(ctx: Context, content: string | Uint8Array, file: File = {}) {
  const prepared = await prepareImport(ctx, inputOf(content, file));
  if (!prepared.ok) throw new Error(prepared.reason);
  return prepared.runId;
}

/** Compares and applies; refused lines are left out. */
export async function imported(ctx: Context, content: string | Uint8Array, file: File = {}) {
  const runId = await compared(ctx, content, file);
  await applied(ctx, runId);
  return runId;
}

export async function applied(ctx: Context, runId: string): Promise<void> {
  const started = await startApplying(ctx, runId, { withoutRefused: true });
  if (!started.ok) throw new Error(started.reason);
  const result = await applyImport(ctx, started.run);
  if (!result.ok) throw new Error(result.message);
}

/** What the dry run showed, as `outcome: title: detail`. */
export async function linesOf(runId: string, ...outcomes: string[]): Promise<string[]> {
  const lines = await db.importChange.findMany({
    where: { runId, ...(outcomes.length > 0 && { outcome: { in: outcomes } }) },
    orderBy: { position: 'asc' },
  });
  return lines.map(({ outcome, title, detail }) => `${outcome}: ${title}: ${detail}`);
}

/** How many lines of each outcome. */
export async function countsOf(runId: string): Promise<Record<string, number>> {
  const groups = await db.importChange.groupBy({ by: ['outcome'], where: { runId }, _count: true });
  return Object.fromEntries(groups.map(({ outcome, _count }) => [outcome, _count]));
}

/** Everything an import can change, to compare before and after. */
export async function everything() {
  const columns = { omit: { updatedAt: true, createdAt: true } } as const;
  return {
    people: await db.person.findMany({ orderBy: { id: 'asc' }, ...columns }),
    units: await db.orgUnit.findMany({ orderBy: { id: 'asc' }, ...columns }),
    memberships: await db.membership.findMany({ orderBy: { id: 'asc' } }),
    parents: await db.unitParent.findMany({ orderBy: { id: 'asc' } }),
    schedules: await db.importedSchedule.findMany({ orderBy: { id: 'asc' } }),
    successions: await db.unitSuccession.findMany({ orderBy: { id: 'asc' } }),
  };
}

/** A company in a CSV file: tribes of ten squads, chapters, guilds with sub-guilds, everybody in a squad and most in more. */
export function generatedCompany({ people, units }: { people: number; units: number }): string {
  const rows = [
    'person,name,email,time_zone,skills,started_on,unit,unit_kind,unit_name,unit_parent,role,since',
  ];
  const squads: string[] = [];
  const guilds: string[] = [];
  for (let number = 0; number < units; number++) {
    const tribe = `tribe-${Math.floor(number / 20) * 20}`;
    const guild = `guild-${Math.floor(number / 20) * 20 + 15}`;
    const place = number % 20;
    if (place === 0) rows.push(`,,,,,,${tribe},tribe,Tribe ${number},,,`);
    else if (place < 13) {
      squads.push(`squad-${number}`);
      rows.push(`,,,,,,squad-${number},squad,Squad ${number},${tribe},,`);
    } else if (place < 15)
      rows.push(`,,,,,,chapter-${number},chapter,Chapter ${number},${tribe},,`);
    else if (place === 15) rows.push(`,,,,,,${guild},guild,Guild ${number},-,,`);
    else {
      guilds.push(`sub-${number}`);
      rows.push(`,,,,,,sub-${number},sub-guild,Sub-guild ${number},${guild},,`);
    }
  }
  for (let number = 0; number < people; number++) {
    const person = `p${number}`;
    const squad = squads[number % squads.length];
    const role = number < squads.length ? 'lead' : 'member';
    rows.push(
      `${person},Person Number ${number},p${number}@example.com,Europe/Lisbon,embeddings;ranking,2024-01-15,${squad},,,,${role},2024-02-01`,
    );
    if (number % 3 > 0) rows.push(`${person},,,,,,${guilds[number % guilds.length]},,,,,`);
  }
  return rows.join('\n');
}
