import { beforeEach, describe, expect, it } from 'vitest';
import { getImportRun, listImportChanges, listImportRuns } from '@/features/org/import/queries';
import { applyImport, startApplying } from '@/features/org/import/runs/applying/commands';
import { compareAgain, discardImport, prepareImport } from '@/features/org/import/runs/commands';
import { declareNotRecurring, settleSchedule } from '@/features/org/import/schedules/commands';
import {
  listUnderstoodSchedules,
  listUnsettledSchedules,
} from '@/features/org/import/schedules/queries';
import { stopwatch } from '@/foundation/clock';
import { db } from '@/foundation/db';
import { Conflict, Forbidden } from '@/foundation/errors';
import { emptyDatabase } from '../support/database';
import {
  applied,
  compared,
  countsOf,
  everything,
  generatedCompany,
  imported,
  linesOf,
  on,
} from '../support/import';
import { aMemberOf, anAdministrator, aSquad, aVisitor, day } from '../support/org';

const HEADER = 'person,name,email,unit,unit_kind,unit_parent,role';
const csv = (...rows: string[]) => [HEADER, ...rows].join('\n');
const COMPANY = csv(
  ',,,music,tribe,,',
  'ada,Ada,ada@example.com,radio,squad,music,lead',
  'bram,Bram,bram@example.com,radio,,,member',
  'bram,,,ml,guild,-,',
);

beforeEach(async () => emptyDatabase());

describe('importing', () => {
  it('is for administrators: nobody else compares, applies or even sees a run', async () => {
    const visitor = await aVisitor();
    const input = {
      format: 'csv',
      fileName: 'a.csv',
      asOf: null,
      bytes: new Uint8Array(),
    } as const;
    await expect(prepareImport(visitor, input)).rejects.toThrow(Forbidden);
    const runId = await compared(await anAdministrator(), COMPANY);
    await expect(startApplying(visitor, runId, { withoutRefused: true })).rejects.toThrow(
      Forbidden,
    );
    await expect(compareAgain(visitor, runId)).rejects.toThrow(Forbidden);
    await expect(discardImport(visitor, runId)).rejects.toThrow(Forbidden);
    expect(await getImportRun(visitor, runId)).toBeNull();
    expect(await listImportRuns(visitor, undefined)).toBeNull();
    expect((await listImportChanges(visitor, runId, {}, undefined)).items).toEqual([]);
    expect(await listUnsettledSchedules(visitor, undefined)).toBeNull();
  });

  it('changes nothing before it is applied, then everything at once, with a trail and announcements', async () => {
    const administrator = await anAdministrator();
    const before = await everything();
    const runId = await compared(administrator, COMPANY);
    expect(await everything()).toEqual(before);
    await applied(administrator, runId);
    expect(await db.person.count({ where: { externalSource: 'csv' } })).toBe(2);
    expect(await db.membership.count()).toBe(3);
    expect(await db.unitParent.count()).toBe(1);

    const trail = await db.auditEntry.groupBy({ by: ['action'], _count: true });
    expect(Object.fromEntries(trail.map(({ action, _count }) => [action, _count]))).toEqual({
      'person.added': 2,
      'unit.opened': 3,
      'membership.opened': 3,
      'import.applied': 1,
    });
    const facts = await db.outboxEvent.groupBy({ by: ['name'], _count: true });
    expect(Object.fromEntries(facts.map(({ name, _count }) => [name, _count]))).toEqual({
      'person.changed': 2,
      'unit.changed': 3,
    });
    const run = await getImportRun(administrator, runId);
    expect(run).toMatchObject({ state: 'applied', appliedBy: 'Morgan', createdBy: 'Morgan' });
    expect(run?.progressDone).toBe(run?.progressAll);
  });

  it('is applied once: again it is refused, and the same file again changes nothing', async () => {
    const runId = await imported(on('2026-03-02'), COMPANY);
    expect(await startApplying(on('2026-03-02'), runId, { withoutRefused: false })).toEqual({
      ok: false,
      reason: 'already-applied',
    });
    const before = await everything();
    const again = await imported(on('2026-03-09'), COMPANY);
    expect(Object.keys(await countsOf(again))).toEqual(['untouched']);
    expect(await everything()).toEqual(before);
  });

  it('tells a move between squads, and the past keeps the old squad', async () => {
    await imported(on('2026-03-02'), COMPANY);
    const moved = `${COMPANY.replace('bram@example.com,radio,,', 'bram@example.com,video,squad,music')}`;
    const run = await imported(on('2026-04-01'), moved);
    expect(await linesOf(run, 'moved', 'ended', 'added')).toEqual([
      'moved: Bram: From radio to video: Member, home squad',
      'added: video: squad, beneath music',
    ]);
    const places = await db.membership.findMany({
      where: { supersededAt: null, unitKind: 'SQUAD', person: { handle: 'bram' } },
      orderBy: { validFrom: 'asc' },
      include: { unit: true },
    });
    expect(places.map(({ unit, validFrom, validTo }) => [unit.name, validFrom, validTo])).toEqual([
      ['radio', day('2026-03-02'), day('2026-04-01')],
      ['video', day('2026-04-01'), null],
    ]);
  });

  it('leaves alone what other sources and people have recorded', async () => {
    await imported(on('2026-03-02'), COMPANY, { source: 'hr' });
    const guilds = csv('bram,,,vision,guild,-,', 'ada@example.com,,,vision,,,');
    await imported(on('2026-03-03'), guilds, { source: 'guild-list' });
    const squad = await aSquad('Podcasts');
    await aMemberOf(squad, 'Cara');
    const run = await imported(
      on('2026-04-01'),
      csv('ada,Ada,ada@example.com,radio,squad,-,lead', ',,,music,tribe,,'),
      {
        source: 'hr',
      },
    );
    expect(await linesOf(run, 'ended')).toEqual([
      'ended: ml: No longer in the file.',
      'ended: Bram in radio: Member, home squad',
      'ended: Bram in ml: Member',
    ]);
    expect(await db.membership.count({ where: { supersededAt: null, validTo: null } })).toBe(4);
  });

  it('refuses what was not shown: somebody changed the organisation meanwhile', async () => {
    const administrator = await anAdministrator();
    await imported(on('2026-03-01'), COMPANY);
    const runId = await compared(administrator, COMPANY.replace('Ada,', 'Ada L.,'));
    await db.person.update({ where: { handle: 'ada' }, data: { name: 'A. Lovelace' } });
    await expect(applied(administrator, runId)).rejects.toThrow('has changed since this was shown');
    expect((await getImportRun(administrator, runId))?.state).toBe('failed');
    await compareAgain(administrator, runId);
    expect(await linesOf(runId, 'changed')).toEqual([
      'changed: Ada L. (ada): name: A. Lovelace → Ada L.',
    ]);
    await applied(administrator, runId);
    expect(await db.person.count({ where: { name: 'Ada L.' } })).toBe(1);
  });

  it('is started by one hand only, and may be started again after it was cut off', async () => {
    const administrator = await anAdministrator();
    const runId = await compared(administrator, COMPANY);
    const start = () => startApplying(administrator, runId, { withoutRefused: false });
    for (let round = 0; round < 20; round += 1) {
      const both = await Promise.all([start(), start()]);
      expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
      await db.importProgress.update({ where: { runId }, data: { at: day('2020-01-01') } });
      expect((await getImportRun(administrator, runId))?.state).toBe('cut-off');
    }
    const again = await start();
    if (!again.ok) throw new Error(again.reason);
    expect(await applyImport(administrator, again.run)).toEqual({ ok: true });
  });

  it('does not accept a file from before the last one, nor from a day to come', async () => {
    await imported(on('2026-03-02'), COMPANY);
    await expect(compared(on('2026-03-05'), COMPANY, { asOf: '2026-03-01' })).rejects.toThrow(
      'an older one would undo it',
    );
    await expect(compared(on('2026-03-05'), COMPANY, { asOf: '2026-03-06' })).rejects.toThrow(
      'still to come',
    );
  });

  it('may be forgotten while it is not applied', async () => {
    const administrator = await anAdministrator();
    const runId = await compared(administrator, COMPANY);
    await discardImport(administrator, runId);
    expect(await db.importChange.count()).toBe(0);
    const done = await imported(administrator, COMPANY);
    await expect(discardImport(administrator, done)).rejects.toThrow();
  });
});

describe('a file with faults', () => {
  const FAULTY = csv(
    'ada,Ada,ada@example.com,radio,squad,-,lead',
    'bram,Bram,not-an-address,radio,,,',
    'too,few,cells',
    'cara,Cara,cara@example.com,nowhere,,,',
    'dee,"Dee,dee@example.com,radio,,,',
    'eve,Eve,eve@example.com,radio,,,',
    'ada,,,radio,,,lead',
  );

  it('lists every refused line with its number, and is applied only by choosing the rest', async () => {
    const administrator = await anAdministrator();
    const runId = await compared(administrator, FAULTY);
    const { items } = await listImportChanges(
      administrator,
      runId,
      { outcome: 'refused' },
      undefined,
    );
    expect(items.map(({ line }) => line)).toEqual([3, 4, 5, 6, 8]);
    expect(await startApplying(administrator, runId, { withoutRefused: false })).toEqual({
      ok: false,
      reason: 'has-refused-lines',
    });
    expect(await db.membership.count()).toBe(0);
    await applied(administrator, runId);
    const people = await db.person.findMany({ where: { externalSource: 'csv' } });
    expect(people.map(({ handle }) => handle).toSorted()).toEqual(['ada', 'cara', 'eve']);
  });

  it('ends nothing while part of it cannot be read', async () => {
    await imported(on('2026-03-02'), COMPANY);
    const before = await db.membership.findMany({ where: { supersededAt: null } });
    const run = await imported(
      on('2026-04-01'),
      csv('ada,Ada,ada@example.com,radio,squad,music,lead', 'x'),
    );
    expect(await linesOf(run, 'ended')).toEqual([]);
    expect(await db.membership.findMany({ where: { supersededAt: null } })).toEqual(before);
  });

  it('in another encoding, or no text at all, is refused with the line', async () => {
    const latin1 = Buffer.from(csv('zoe,Zoë,,radio,squad,-,'), 'latin1');
    await expect(compared(on('2026-03-02'), latin1)).rejects.toThrow('Line 2 holds letters');
    await expect(
      compared(on('2026-03-02'), Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])),
    ).rejects.toThrow('zero byte');
  });

  it('may be UTF-16 with Windows line ends, as spreadsheets write it', async () => {
    const text = `\ufeff${csv('zoe,Zoë,,radio,squad,-,').replaceAll('\n', '\r\n').replaceAll(',', '\t')}`;
    await imported(on('2026-03-02'), Buffer.from(text, 'utf16le'));
    expect((await db.person.findFirst())?.name).toBe('Zoë');
  });

  it('full of tricks is text and nothing more', async () => {
    const names = [
      `=HYPERLINK("http://evil.example","x")`,
      `<script>alert(1)</script>`,
      `Robert'); DROP TABLE "Person";--`,
      `\${7*7}{{7*7}}`,
      `@SUM(1+1)*cmd|' /C calc'!A0`,
      `‮ada`,
    ];
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const rows = names.map((name, index) => `p${index},${quoted(name)},,${quoted(name)},guild,-,`);
    await imported(on('2026-03-02'), csv(...rows));
    const people = await db.person.findMany({ orderBy: { externalKey: 'asc' } });
    expect(people.map(({ name }) => name)).toEqual(names);
    const units = await db.orgUnit.findMany();
    expect(units.every(({ slug }) => /^[a-z0-9-]+$/.test(slug))).toBe(true);
  });

  it('does not take an address that pages of the portal have', async () => {
    await imported(on('2026-03-02'), csv('new,New,,import,guild,-,', 'a,A,,audit,guild,-,'));
    const units = await db.orgUnit.findMany();
    expect(units.map(({ slug }) => slug).toSorted()).toEqual(['audit-2', 'import-2']);
    expect(await db.person.count({ where: { handle: 'new' } })).toBe(0);
  });
});

describe('imported schedules', () => {
  const SIGS = `sigs:
  - dir: sig-a
    name: A
    meetings:
      - { description: Fortnightly, day: Monday, time: "9:00", tz: UTC, frequency: biweekly }
      - { description: Weekly, day: Tuesday, time: "9:00", tz: UTC, frequency: weekly }
      - { description: Office, day: Monday, time: any, tz: UTC, frequency: on demand }
`;
  const file = { format: 'kubernetes' } as const;
  const open = async (title: string) => db.importedSchedule.findFirstOrThrow({ where: { title } });

  it('are settled by a person, once, and stay settled over later imports', async () => {
    await imported(on('2026-03-02'), SIGS, file);
    const administrator = await anAdministrator();
    expect((await listUnsettledSchedules(administrator, undefined))?.total).toBe(2);
    const { id: scheduleId } = await open('Fortnightly');
    const input = {
      scheduleId,
      pattern: 'weeks-2',
      weekday: 'Monday',
      localTime: '09:00',
      timeZone: 'UTC',
      firstOn: day('2026-03-09'),
    } as const;
    expect(await settleSchedule(administrator, { ...input, firstOn: day('2026-03-10') })).toEqual({
      ok: false,
      reason: '2026-03-10 is a Tuesday.',
    });
    expect(await settleSchedule(administrator, input)).toEqual({ ok: true });
    await expect(settleSchedule(administrator, input)).rejects.toThrow(Conflict);
    await declareNotRecurring(administrator, (await open('Office')).id);
    await imported(on('2026-04-01'), SIGS, file);
    expect((await listUnsettledSchedules(administrator, undefined))?.total).toBe(0);
    const understood = await listUnderstoodSchedules(administrator, undefined);
    expect(
      understood.items.map(({ title, recurrenceRule, firstOn }) => [
        title,
        recurrenceRule,
        firstOn,
      ]),
    ).toEqual([
      ['Fortnightly', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', day('2026-03-09')],
      ['Weekly', 'FREQ=WEEKLY;BYDAY=TU', null],
    ]);
  });

  it('are not settled by others', async () => {
    await imported(on('2026-03-02'), SIGS, file);
    const { id } = await open('Office');
    await expect(declareNotRecurring(await aVisitor(), id)).rejects.toThrow(Forbidden);
  });
});

describe('a large company', () => {
  it('of 10,000 people and 2,000 units is imported whole, with progress', {
    timeout: 300_000,
  }, async () => {
    const file = generatedCompany({ people: 10_000, units: 2_000 });
    const told = stopwatch();
    const runId = await compared(on('2026-03-02'), file);
    const comparing = told();
    const started = await startApplying(on('2026-03-02'), runId, { withoutRefused: false });
    if (!started.ok) throw new Error(started.reason);
    const seen: number[] = [];
    const result = await applyImport(on('2026-03-02'), started.run, (done) => seen.push(done));
    expect(result).toEqual({ ok: true });
    console.info(
      `10,000 people, 2,000 units: compared in ${comparing} ms, applied in ${told() - comparing} ms`,
    );
    expect(await db.person.count()).toBe(10_000);
    expect(await db.orgUnit.count()).toBe(2_000);
    expect(seen.length).toBeGreaterThan(20);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    const again = await compared(on('2026-03-09'), file);
    expect(Object.keys(await countsOf(again))).toEqual(['untouched']);
  });
});
