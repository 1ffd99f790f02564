import 'server-only';
import type { Context } from '@/foundation/context';
import { env } from '@/foundation/env';
import { authorize } from '@/foundation/errors';
import { log } from '@/foundation/log';
import { canSearch } from '../policy';
import { askMeaning, meaningSocketPath, type NearMeaning } from './socket';

/** Search does not wait longer for the meaning: what the words found is shown without it. */
const PATIENCE_MILLISECONDS = 400;
const TEXT_MAX = 2_000;

/** What is near a text in meaning, nearest first; empty when nobody computes meanings here. */
export async function listNearMeaning(
  { actor }: Context,
  text: string,
  most: number,
  milliseconds = PATIENCE_MILLISECONDS,
): Promise<NearMeaning[]> {
  authorize(canSearch(actor));
  if (!text || env.EMBEDDINGS === 'off') return [];
  const socketPath = meaningSocketPath(env.DATABASE_URL, env.NEXTAUTH_SECRET);
  try {
    return await askMeaning(socketPath, { text: text.slice(0, TEXT_MAX), most }, milliseconds);
  } catch (error) {
    log.debug({ err: error }, 'meanings did not answer; searched by words alone');
    return [];
  }
}
