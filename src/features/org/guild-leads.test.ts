import { describe, expect, it } from 'vitest';
import { guildLeadRemarks } from './guild-leads';

const lead = (name: string, hasSquad = true) => ({ name, hasSquad });

describe('who leads a guild', () => {
  it('two or three people from squads need no remark', () => {
    expect(guildLeadRemarks([lead('Ada'), lead('Bram')])).toEqual([]);
    expect(guildLeadRemarks([lead('Ada'), lead('Bram'), lead('Chidi')])).toEqual([]);
  });

  it.each([
    [[], 'Nobody leads this guild'],
    [[lead('Ada')], 'One person leads this guild'],
    [['A', 'B', 'C', 'D'].map((name) => lead(name)), '4 people lead this guild'],
  ])('another number is remarked upon', (leads, start) => {
    expect(guildLeadRemarks(leads)[0]).toContain(start);
  });

  it('a lead without a squad is named, for leading is a part-time role', () => {
    expect(guildLeadRemarks([lead('Ada'), lead('Bram', false)])).toEqual([
      expect.stringMatching(/^Bram leads without belonging to a squad/),
    ]);
  });
});
