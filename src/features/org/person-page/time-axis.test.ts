import { describe, expect, it } from 'vitest';
import { parseDay } from '@/foundation/days';
import { placeOnAxis, timeAxis } from './time-axis';

const day = (text: string) => parseDay(text) as Date;
const period = (from: string, to: string | null = null) => ({
  validFrom: day(from),
  validTo: to ? day(to) : null,
});
const today = day('2025-01-01');

describe('the time line of a person', () => {
  it('reaches from the first day to today', () => {
    const axis = timeAxis([period('2024-01-02', '2024-06-01'), period('2024-06-01')], today);
    expect(axis).toEqual({ from: day('2024-01-02'), to: today });
  });

  it('reaches further when something is planned', () => {
    expect(timeAxis([period('2024-01-02'), period('2025-05-01')], today)?.to).toEqual(
      day('2025-05-01'),
    );
  });

  it('is not drawn for somebody who never belonged anywhere', () => {
    expect(timeAxis([], today)).toBeNull();
  });

  it('shows what is open up to its end, and the shortest stay still as a mark', () => {
    const axis = { from: day('2024-01-01'), to: day('2024-01-11') };
    expect(placeOnAxis(period('2024-01-06'), axis)).toEqual({ start: 50, length: 50 });
    expect(placeOnAxis(period('2024-01-11'), axis).length).toBe(0.5);
  });
});
