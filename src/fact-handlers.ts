import { meetupEvents } from '@/features/meetups/events';
import { getMeetupFacts } from '@/features/meetups/naming/queries';
import { indexFacts } from '@/features/search/indexing/commands';
import { listDoubtfulTechniques } from '@/features/techniques/doubts/queries';
import { keepMeetupExposures } from '@/features/techniques/propagation/presentations/commands';
import { wikiEvents } from '@/features/wiki/events';
import { tendPages } from '@/features/wiki/gardening/likeness/commands';
import { wantMirrors } from '@/features/wiki/mirroring/running/commands';
import { doubtPagesRelyingOn } from '@/features/wiki/reviews/reasons/commands';
import { doubtPagesByFacts } from '@/features/wiki/reviews/reasons/facts/commands';
import { listDeprecatedDeliverables } from '@/features/working-groups/doubts/queries';
import { systemContext } from '@/foundation/context';
import type { FactHandler } from '@/foundation/outbox';

/** Who heard of a technique follows from who was there, also when that is recorded later. */
const keepExposures: FactHandler = async (facts, now) => {
  const context = systemContext(now);
  const names = ['attendance.recorded', 'meetup.moved'] as const;
  const meetupIds = facts.flatMap(({ name, payload }) => {
    const known = names.find((candidate) => candidate === name);
    const parsed = known && meetupEvents[known].safeParse(payload);
    return parsed?.success ? [parsed.data.meetupId] : [];
  });
  for (const meetupId of new Set(meetupIds)) {
    const meetup = await getMeetupFacts(context, meetupId);
    if (meetup) await keepMeetupExposures(context, meetup);
  }
};

/** A page is to be looked at again when its steward goes, or what it relies on no longer holds. */
const doubtPages: FactHandler = async (facts, now) => {
  const context = systemContext(now);
  await doubtPagesByFacts(context, facts);
  const doubts = [
    ...(await listDoubtfulTechniques(context, facts)),
    ...(await listDeprecatedDeliverables(context, facts)),
  ];
  for (const doubt of doubts) await doubtPagesRelyingOn(context, doubt);
};

/** Which pages say nearly the same, and where they link to, follows from what they say now. */
const tendRevised: FactHandler = async (facts, now) => {
  const pageIds = facts.flatMap(({ name, payload }) => {
    const parsed = name === 'page.revised' ? wikiEvents[name].safeParse(payload) : null;
    return parsed?.success ? [parsed.data.pageId] : [];
  });
  if (pageIds.length > 0) await tendPages(systemContext(now), pageIds);
};

/** Who hears of facts. Each handler is idempotent. */
export const factHandlers: readonly FactHandler[] = [
  (facts, now) => indexFacts(systemContext(now), facts),
  keepExposures,
  doubtPages,
  tendRevised,
  (facts, now) => wantMirrors(systemContext(now), facts),
];
