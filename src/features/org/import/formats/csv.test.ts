import { describe, expect, it } from 'vitest';
import { readCsv } from './csv';

const HEADER = 'person,name,email,unit,unit_kind,unit_parent,role,primary,since,note';
const read = (...rows: string[]) => readCsv([HEADER, ...rows].join('\n'));
const refusals = (roster: ReturnType<typeof readCsv>) =>
  roster.findings.map(({ line, reason }) => `${line}: ${reason}`);

describe('a CSV file', () => {
  it('tells of people, units and places, one place a row', () => {
    const roster = read(
      ',,,music,tribe,,,,,',
      'ada,Ada,ADA@example.com,radio,squad,music,lead,yes,2024-02-29,Part-time',
      'ada,,,ml,guild,-,,,,',
    );
    expect(roster.findings).toEqual([]);
    expect(roster.people).toEqual([
      { key: 'ada', line: 3, name: 'Ada', email: 'ada@example.com', attributes: {} },
    ]);
    expect(roster.units.map(({ key, kind, parentKey }) => [key, kind, parentKey])).toEqual([
      ['music', 'TRIBE', undefined],
      ['radio', 'SQUAD', 'music'],
      ['ml', 'GUILD', null],
    ]);
    expect(roster.memberships).toEqual([
      {
        personKey: 'ada',
        unitKey: 'radio',
        line: 3,
        role: 'LEAD',
        isPrimary: true,
        note: 'Part-time',
        since: '2024-02-29',
        isOver: false,
      },
      { personKey: 'ada', unitKey: 'ml', line: 4, role: 'MEMBER', note: null, isOver: false },
    ]);
  });

  it('knows people by e-mail where it has no column for a key', () => {
    const roster = readCsv('Email;Name;Unit\nAda@Example.com;Ada;radio\n');
    expect(roster.people[0]).toMatchObject({ key: 'ada@example.com', name: 'Ada' });
    expect(roster.memberships[0]).toMatchObject({ personKey: 'ada@example.com', unitKey: 'radio' });
  });

  it('keeps columns that are not ours with the person, or with the unit when they say so', () => {
    const roster = readCsv(
      'person,name,desk,unit,unit_kind,unit_cost centre,__proto__\nada,Ada,4.12,radio,squad,K7,x\n',
    );
    expect(roster.people[0]?.attributes).toEqual(
      Object.fromEntries([
        ['desk', '4.12'],
        ['__proto__', 'x'],
      ]),
    );
    expect(roster.units[0]?.attributes).toEqual({ unit_cost_centre: 'K7' });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('lists every row that it cannot understand, with its line and a reason', () => {
    const roster = read(
      'ada,Ada,ada@,radio,squad,,,,,',
      'bram,Bram,,radio,troop,,,,,',
      'cara,Cara,,radio,,,boss,,,',
      'dee,Dee,,radio,,,,maybe,,',
      'eve,Eve,,radio,,,,,01.02.2024,',
      'fay,Fay,,radio',
      ',,,,,,,,,just a note',
      'gus,,,,,,lead,,,',
    );
    expect(roster.findings.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(refusals(roster).slice(0, 5)).toEqual([
      '2: The e-mail address is not one.',
      expect.stringContaining('“troop” is no kind of unit: use tribe, squad'),
      expect.stringContaining('“boss” is no role'),
      expect.stringContaining('“maybe” is no yes or no'),
      '6: Write days as 2026-03-01.',
    ]);
    expect(roster.people).toEqual([]);
  });

  it('says whom a refused row speaks of, unless nobody can tell', () => {
    const roster = read('ada,Ada,,radio,squad,,boss,,,', 'too,short');
    expect(roster.findings.map(({ mentions }) => mentions)).toEqual([
      { people: ['ada'], units: ['radio'] },
      undefined,
    ]);
  });

  it('refuses the later of two rows that disagree, and names the earlier', () => {
    const roster = read(
      'ada,Ada,,radio,squad,,,,,',
      'bram,Bram,,radio,guild,,,,,',
      'ada,Ada L.,,ml,guild,,,,,',
    );
    expect(refusals(roster)).toEqual([
      '3: Another kind of unit than in line 2: there “SQUAD”, here “GUILD”.',
      '4: Another name than in line 2: there “Ada”, here “Ada L.”.',
    ]);
    expect(roster.people.map(({ key }) => key)).toEqual(['ada']);
    expect(roster.units.map(({ key }) => key)).toEqual(['radio']);
  });

  it('refuses the same place twice', () => {
    const roster = read('ada,Ada,,radio,squad,,,,,', 'ada,,,radio,,,member,,,');
    expect(refusals(roster)).toEqual(['3: The same person, unit and role stand in line 2.']);
  });

  it('calls whoever leads a chapter its chapter lead', () => {
    const roster = read('ada,Ada,,data,chapter,,lead,,,');
    expect(roster.memberships[0]?.role).toBe('CHAPTER_LEAD');
  });

  it('leaves cells that a spreadsheet would take for formulas as the text that they are', () => {
    const roster = read(`"=HYPERLINK(""http://evil"",""x"")",@SUM(A1),,radio,squad,,,,,`);
    expect(roster.people[0]).toMatchObject({
      key: '=HYPERLINK("http://evil","x")',
      name: '@SUM(A1)',
    });
  });

  it('refuses names with line breaks or control characters', () => {
    const roster = read('ada,"A\nda",,,,,,,,', 'bram,Br\u0007am,,,,,,,,');
    expect(refusals(roster)).toEqual([
      '2: The name holds control characters.',
      '4: The name holds control characters.',
    ]);
  });

  it.each([
    ['', 'The file is empty.'],
    ['a,b\n1,2', 'The first row must name the columns'],
    ['person,Person\nada,x', 'The column “person” appears twice.'],
  ])('without a usable first row says so: %j', (text, reason) => {
    expect(readCsv(text).findings[0]?.reason).toContain(reason);
  });
});
