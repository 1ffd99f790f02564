import type { Context } from '@/foundation/context';
import { embedWaiting } from './commands';
import type { MeaningModel } from './model';

/** So few that what was changed last, which goes first, never waits long. */
const ENTRIES_AT_ONCE = 32;
/** While one batch of entries is read or written, the other keeps the model busy. */
const BATCHES_AT_ONCE = 2;

/** Computes what waiting entries mean, batch after batch, and begins the next before it needs it. */
export function readingAhead(model: MeaningModel) {
  const begun: Promise<number>[] = [];
  return {
    /** @returns how many entries were done; 0 when none waits */
    async next(now: () => Context): Promise<number> {
      while (begun.length < BATCHES_AT_ONCE) {
        const batch = embedWaiting(now(), model, ENTRIES_AT_ONCE);
        // Whoever asks for it later is told; until then it is nobody's failure.
        batch.catch(() => {});
        begun.push(batch);
      }
      const done = await begun.shift();
      return done || sum(await Promise.all(begun.splice(0)));
    },
    /** Waits for what was begun. */
    async end(): Promise<void> {
      await Promise.allSettled(begun.splice(0));
    },
  };
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
