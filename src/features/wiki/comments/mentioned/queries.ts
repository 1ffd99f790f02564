import 'server-only';
import type { Transaction } from '@/foundation/db';
import { mentionedIn } from '../comment-text';

const MENTIONS_MAX = 20;

export function findMentioned(tx: Transaction, body: string) {
  const handles = mentionedIn(body).slice(0, MENTIONS_MAX);
  if (handles.length === 0) return Promise.resolve([]);
  return tx.person.findMany({
    where: { handle: { in: handles }, deactivatedAt: null },
    select: { id: true, handle: true },
  });
}
