import 'server-only';
import { orgFacts } from '@/features/org/events';
import type { Context } from '@/foundation/context';
import { wikiEvents } from '../../../events';
import { doubtPagesLinkingTo, doubtPagesOfDeparted, doubtPagesOfMoved } from '../commands';

type Fact = { name: string; payload: unknown };

const PEOPLE_FACTS = [
  'person.left',
  'person.changed',
  'membership.ended',
  'membership.corrected',
] as const;

/** Makes pages due for what facts tell: stewards who left or moved, and pages that became obsolete. */
export async function doubtPagesByFacts(ctx: Context, facts: readonly Fact[]): Promise<void> {
  const personIds = facts.flatMap(({ name, payload }) => {
    const known = PEOPLE_FACTS.find((candidate) => candidate === name);
    const parsed = known && orgFacts[known].safeParse(payload);
    return parsed?.success ? [parsed.data.personId] : [];
  });
  if (personIds.length > 0) {
    await doubtPagesOfDeparted(ctx, personIds);
    await doubtPagesOfMoved(ctx, personIds);
  }
  const retiredIds = facts.flatMap(({ name, payload }) => {
    const parsed = name === 'page.reviewed' ? wikiEvents[name].safeParse(payload) : null;
    return parsed?.success && parsed.data.outcome === 'RETIRED' ? [parsed.data.pageId] : [];
  });
  if (retiredIds.length > 0) await doubtPagesLinkingTo(ctx, retiredIds);
}

/** What a day brings without a fact: somebody's last day has come, or a move takes effect. */
export async function doubtPagesByDate(ctx: Context): Promise<void> {
  await doubtPagesOfDeparted(ctx, null);
  await doubtPagesOfMoved(ctx, null);
}
