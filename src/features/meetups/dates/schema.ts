import { z } from 'zod';
import { day, durationMinutes, id, localTime, location, reason, title } from '../schema';

const optionalLink = z
  .union([
    z.literal('').transform(() => null),
    z.url({ protocol: /^https?$/, error: 'A link begins with https://.' }),
  ])
  .default(null);

export const NOTES_MAX = 60_000;

export const editMeetupInput = z.object({
  meetupId: id,
  title,
  location,
  recordingUrl: optionalLink,
  notes: z.string().max(NOTES_MAX, `Notes have at most ${NOTES_MAX} characters.`).default(''),
});

export const planMeetupInput = z.object({
  unitId: id,
  title,
  heldOn: day,
  localTime,
  timeZone: z.string(),
  durationMinutes,
  location,
});

export const moveMeetupInput = z.object({
  meetupId: id,
  movesTo: day,
  localTime,
  durationMinutes,
  reason,
});

export const cancelMeetupInput = z.object({ meetupId: id, reason });
export const restoreMeetupInput = z.object({ meetupId: id });
