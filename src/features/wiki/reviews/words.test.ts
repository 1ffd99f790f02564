import { describe, expect, it } from 'vitest';
import type { ToldStanding } from './words';
import { standingLine } from './words';

const NOW = new Date('2026-03-02T15:00:00Z');
const at = (text: string) => new Date(`${text}T00:00:00Z`);

const page: ToldStanding = {
  kind: 'HOW_TO',
  createdAt: at('2025-01-01'),
  checkedAt: at('2026-02-01'),
  nextDueOn: at('2026-05-02'),
  dueSince: null,
  isObsolete: false,
  checkedBy: 'Ada Lovelace',
  against: 'serving 4.2',
  replacedBy: null,
};

describe('the line that a page takes along when it leaves the portal', () => {
  it.each([
    [
      page,
      'Verified on 1 February 2026 by Ada Lovelace against serving 4.2. To be checked again by 2 May 2026.',
    ],
    [
      { ...page, nextDueOn: null },
      'Verified on 1 February 2026 by Ada Lovelace against serving 4.2.',
    ],
    [
      { ...page, nextDueOn: at('2026-03-01') },
      'Due for a check since 1 March 2026. Verified on 1 February 2026 by Ada Lovelace against serving 4.2.',
    ],
    [
      { ...page, nextDueOn: at('2026-01-20'), checkedAt: at('2025-10-01') },
      'Overdue for a check since 20 January 2026. Verified on 1 October 2025 by Ada Lovelace against serving 4.2.',
    ],
    [{ ...page, isObsolete: true, replacedBy: 'Serving 5' }, 'Obsolete: replaced by “Serving 5”.'],
    [{ ...page, isObsolete: true }, 'Obsolete.'],
    [{ ...page, checkedAt: null, nextDueOn: null }, 'Never verified.'],
    [
      { ...page, checkedAt: null, nextDueOn: null, dueSince: at('2026-03-01') },
      'Due for a check since 1 March 2026. Never verified.',
    ],
    [
      { ...page, kind: 'LESSONS_LEARNED', checkedAt: null, nextDueOn: null } as const,
      'A record of its time; not checked by date.',
    ],
  ])('%#', (standing, line) => {
    expect(standingLine(standing as ToldStanding, NOW)).toBe(line);
  });
});
