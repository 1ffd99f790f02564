import type { Actor } from '@/foundation/context';
import type { Mention } from '../rendering/mentions';

/** The fact that a page names people whom its text before did not, so that they can be told. */
export function newlyNamed(
  actor: Actor,
  page: { id: string; mentionedIds: readonly string[] },
  mentions: readonly Mention[],
): { name: string; payload: { pageId: string; personIds: string[] } }[] {
  const personIds = mentions
    .filter(({ kind, id }) => kind === 'person' && id !== actor.personId)
    .map(({ id }) => id)
    .filter((id) => !page.mentionedIds.includes(id));
  if (personIds.length === 0) return [];
  return [{ name: 'page.mentioned', payload: { pageId: page.id, personIds } }];
}
