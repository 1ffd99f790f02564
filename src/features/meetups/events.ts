import { z } from 'zod';

/** The facts that meetups announce, each with what it carries. */
export const meetupEvents = {
  /** What is written about a date changed: its title, time, agenda, notes, or that it is held at all. */
  'meetup.changed': z.union([
    z.object({ meetupId: z.string() }),
    z.object({ meetupIds: z.array(z.string()) }),
  ]),
  'meetup.moved': z.object({ meetupId: z.string(), from: z.string(), to: z.string() }),
  'meetup.cancelled': z.object({ meetupId: z.string() }),
  'series.changed': z.object({ seriesId: z.string() }),
  'rsvp.answered': z.object({
    meetupId: z.string(),
    personId: z.string(),
    answer: z.enum(['YES', 'MAYBE', 'NO']),
  }),
  'attendance.recorded': z.object({
    meetupId: z.string(),
    added: z.array(z.string()),
    removed: z.array(z.string()),
  }),
};
