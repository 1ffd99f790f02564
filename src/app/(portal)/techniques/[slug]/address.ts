import { z } from 'zod';
import { adoptionStates } from '@/features/techniques/propagation/adoption';

const addressInput = z.object({
  /** An earlier write-up. */
  version: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
  /** The slug of the squad whose word is being written. */
  say: z.string().max(100).optional().catch(undefined),
  /** What was just said. */
  said: z.enum(adoptionStates).optional().catch(undefined),
  /** The whole journey, however long. */
  journey: z.literal('whole').optional().catch(undefined),
});

export type TechniqueAddress = Omit<z.output<typeof addressInput>, 'journey'> & {
  isWhole: boolean;
};

/** What the address of a technique may ask for; anything else is passed over. */
export function readTechniqueAddress(query: Record<string, unknown>): TechniqueAddress {
  const { journey, ...address } = addressInput.parse(query);
  return { ...address, isWhole: journey === 'whole' };
}
