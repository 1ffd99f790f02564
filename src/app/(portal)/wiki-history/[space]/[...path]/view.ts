import { z } from 'zod';
import type { getPageHead } from '@/features/wiki/history/queries';
import type { Context } from '@/foundation/context';
import type { addressIn } from '../../../wiki/address';

const revisionNumber = z.coerce.number().int().min(1).optional().catch(undefined);

/** Which part of a history an address asks for. */
export const historyView = z.object({
  revision: revisionNumber,
  from: revisionNumber,
  to: revisionNumber,
  /** How a comparison is laid out, or who wrote what. */
  view: z.enum(['inline', 'side', 'blame']).optional().catch(undefined),
  after: z.string().optional().catch(undefined),
});

export type HistoryProps = {
  context: Context;
  page: NonNullable<Awaited<ReturnType<typeof getPageHead>>>;
  address: ReturnType<typeof addressIn>;
};
