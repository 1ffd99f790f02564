import { z } from 'zod';

/** The facts this feature announces, by the name they have in the outbox. */
export const orgFacts = {
  'person.changed': z.object({ personId: z.string() }),
  'person.left': z.object({ personId: z.string(), leftOn: z.string() }),
  'unit.changed': z.object({ unitId: z.string() }),
  'membership.opened': membershipFact(),
  'membership.ended': membershipFact(),
  'membership.corrected': membershipFact(),
  'membership.withdrawn': membershipFact(),
};

export type OrgFactName = keyof typeof orgFacts;

function membershipFact() {
  return z.object({ membershipId: z.string(), personId: z.string(), unitId: z.string() });
}
