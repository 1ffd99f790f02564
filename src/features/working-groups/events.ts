import { z } from 'zod';

/** The facts that working groups announce, each with what it carries. */
export const workingGroupEvents = {
  /** What is written about a group changed: charter, state, seats or deliverables. */
  'working-group.changed': z.object({ workingGroupId: z.string() }),
  'working-group.moved': z.object({ workingGroupId: z.string(), from: z.string(), to: z.string() }),
  'working-group.extended': z.object({ workingGroupId: z.string(), to: z.string() }),
  'deliverable.moved': z.object({
    workingGroupId: z.string(),
    deliverableId: z.string(),
    from: z.string(),
    to: z.string(),
  }),
};
