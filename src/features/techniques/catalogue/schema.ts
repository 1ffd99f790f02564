import { z } from 'zod';
import { stages } from '../stage';

export const techniqueFilterInput = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  stage: z.enum(stages).optional().catch(undefined),
  /** The slug of the squad that began it, or of its tribe. */
  from: z.string().trim().max(100).optional().catch(undefined),
  /** The slug of a squad that has it in production. */
  usedBy: z.string().trim().max(100).optional().catch(undefined),
  after: z.string().max(500).optional().catch(undefined),
});
export type TechniqueFilter = z.output<typeof techniqueFilterInput>;
