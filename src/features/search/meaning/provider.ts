import { z } from 'zod';
import type { MeaningModel } from './model';

export type ProviderSettings = {
  url: string;
  model: string;
  key: string | undefined;
  dimensions: number;
};

const TIMEOUT_MILLISECONDS = 20_000;

const answer = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()) })),
});

/** A model behind an address that speaks as OpenAI's embeddings do; many servers do, local ones too. */
export function configuredModel({ url, model, key, dimensions }: ProviderSettings): MeaningModel {
  return {
    id: `${model}-${dimensions}`,
    dimensions,
    lanes: 1,
    embed: async (texts) => {
      if (texts.length === 0) return [];
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(key && { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({ model, input: texts }),
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      });
      if (!response.ok) throw new Error(`The embeddings provider answered ${response.status}.`);
      const { data } = answer.parse(await response.json());
      const vectors = data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding);
      if (vectors.length !== texts.length || vectors.some(({ length }) => length !== dimensions)) {
        throw new Error(
          `The embeddings provider did not answer with ${dimensions} numbers for each text: check EMBEDDINGS_DIMENSIONS.`,
        );
      }
      return vectors.map((vector) => Float32Array.from(vector));
    },
    close: async () => {},
  };
}
