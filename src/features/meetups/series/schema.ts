import { z } from 'zod';
import {
  day,
  durationMinutes,
  id,
  localTime,
  location,
  optionalDay,
  reason,
  text,
  title,
} from '../schema';
import { seriesPatterns } from '../series-pattern';

const schedule = {
  title,
  purpose: text,
  timeZone: z.string().trim(),
  pattern: z.enum(seriesPatterns, 'Choose how it repeats.'),
  rule: z.string().trim().max(200, 'A rule has at most 200 characters.').default(''),
  localTime,
  durationMinutes,
  location,
  lastOn: optionalDay,
};

export const createSeriesInput = z.object({ unitId: id, firstOn: day, ...schedule });
export const changeSeriesInput = z.object({ seriesId: id, fromOn: day, reason, ...schedule });
export const endSeriesInput = z.object({ seriesId: id, lastOn: day, reason });
export const adoptImportedSchedulesInput = z.object({});
