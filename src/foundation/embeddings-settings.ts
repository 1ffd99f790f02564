import { z } from 'zod';

const HOW_MANY = 'must be a whole number: how many numbers the model gives for a text.';
const text = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);

/** Who computes what texts mean: the model that ships along, a provider, or nobody. */
export const embeddingsSettings = {
  /** `off`: search by words alone. */
  EMBEDDINGS: z.enum(['on', 'off'], 'must be on or off.').default('on'),
  /** A provider that speaks as OpenAI's embeddings do, in place of the model that ships along. */
  EMBEDDINGS_URL: z.url({ protocol: /^https?$/, error: 'must be a full address.' }).optional(),
  EMBEDDINGS_MODEL: text,
  EMBEDDINGS_KEY: text,
  EMBEDDINGS_DIMENSIONS: z.coerce
    .number(HOW_MANY)
    .int(HOW_MANY)
    .min(8, HOW_MANY)
    .max(4096, HOW_MANY)
    .optional(),
};

type Given = Partial<Record<keyof typeof embeddingsSettings, unknown>>;

export function embeddingsFaults(given: Given): string[] {
  const provider = [given.EMBEDDINGS_URL, given.EMBEDDINGS_MODEL, given.EMBEDDINGS_DIMENSIONS];
  const named = provider.filter(Boolean).length;
  return named === 0 || named === provider.length
    ? []
    : [
        'EMBEDDINGS_URL, EMBEDDINGS_MODEL and EMBEDDINGS_DIMENSIONS belong together: set all three or none.',
      ];
}
