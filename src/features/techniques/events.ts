import { z } from 'zod';

const id = z.string().min(1);

/** The facts that techniques announce, each with what it carries. */
export const techniqueEvents = {
  /** Its write-up, its relations or its standing changed. */
  'technique.changed': z.object({ techniqueId: id }),
  'technique.presented': z.object({ techniqueId: id, meetupId: id }),
  /** A squad said something about a technique. */
  'adoption.moved': z.object({
    techniqueId: id,
    squadId: id,
    adoptionId: id,
    from: z.string().nullable(),
    to: z.string(),
  }),
  'attempt.changed': z.object({ attemptId: id }),
  'evidence.added': z.object({ evidenceId: id, techniqueId: id }),
  /** Those who rely on it are to be told. */
  'evidence.doubted': z.object({
    evidenceId: id,
    techniqueId: id,
    status: z.enum(['DISPUTED', 'RETRACTED']),
  }),
};
