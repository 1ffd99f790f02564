import { z } from 'zod';

const one = z.string().max(300).optional().catch(undefined);

/** What the address of the list of meetups may ask for; anything else is passed over. */
export const meetupsFilter = z.object({
  when: z.enum(['upcoming', 'past']).catch('upcoming'),
  mine: z.literal('yes').optional().catch(undefined),
  unit: one,
  q: one,
  after: one,
});
