import { z } from 'zod';
import { parseDay } from '@/foundation/days';

const word = z
  .string()
  .trim()
  .max(80)
  .optional()
  .catch(undefined)
  .transform((text) => text || undefined);

const day = z
  .string()
  .optional()
  .catch(undefined)
  .transform((text) => (text ? parseDay(text) : null));

/** What the trail is narrowed to; what is not understood is left out rather than refused. */
export const trailQuery = z.object({
  person: word,
  unit: word,
  by: word,
  action: word,
  from: day,
  to: day,
});
export type TrailQuery = z.output<typeof trailQuery>;
