import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { getNextMeetup } from '@/features/meetups/queries';
import { getFirstWeeks } from '@/features/org/first-weeks/queries';
import {
  listRecentJourneys,
  listWordAwaited,
} from '@/features/techniques/propagation/squads/queries';
import { listPageNews } from '@/features/wiki/comments/queries';
import { listProposalsForToday } from '@/features/wiki/proposals/queries';
import { listLeavers, offersTo } from '@/features/wiki/reviews/handover/queries';
import { listWaiting } from '@/features/wiki/reviews/queue/queries';
import { spacesThatWait } from '@/features/wiki/spaces/handover/queries';
import { listMyWorkingGroups } from '@/features/working-groups/queries';
import { squadIdsOf } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { askTogether } from '@/foundation/questions';
import { ButtonLink } from '@/ui/button';
import { formatLongDay } from '@/ui/format-time';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { NewcomerPath } from './_today/first-weeks';
import { HasAnyoneTried } from './_today/has-anyone-tried';
import { MyWorkingGroups } from './_today/my-working-groups';
import { NextMeetup } from './_today/next-meetup';
import { NewsOfPages } from './_today/page-news';
import { PagesToCheck } from './_today/pages-to-check';
import { ProposedChanges } from './_today/proposed-changes';
import { RecentJourneys } from './_today/recent-journeys';
import { WordAwaited } from './_today/word-awaited';

export const metadata: Metadata = { title: 'Today' };

const AWAITED_SHOWN = 5;
const WAITING_SHOWN = 3;

export default async function TodayPage() {
  const context = await requestContext();
  const { actor, now } = context;
  const [squadId] = squadIdsOf(actor);
  const [meetup, awaited, groups, steps, firstWeeks, proposals, news] = await Promise.all([
    getNextMeetup(context),
    squadId ? listWordAwaited(context, squadId, AWAITED_SHOWN) : null,
    listMyWorkingGroups(context),
    listRecentJourneys(context),
    getFirstWeeks(context),
    listProposalsForToday(context),
    listPageNews(context),
  ]);
  const [waiting, leavers, [offers, spaces]] = await Promise.all([
    listWaiting(context, 'mine', undefined, WAITING_SHOWN),
    listLeavers(context),
    askTogether(offersTo(context), spacesThatWait(context, { size: WAITING_SHOWN })),
  ]);
  const today = dayOf(now);

  return (
    <>
      <PageHeader
        title="Today"
        lead={formatLongDay(today)}
        actions={
          <ButtonLink href="/techniques/new" look="primary">
            Write down a technique
          </ButtonLink>
        }
      />
      {!squadId && (
        <Notice>
          You do not belong to a squad yet. Ask your chapter lead to place you: what reaches a squad
          is then shown here.
        </Notice>
      )}
      {firstWeeks && <NewcomerPath context={context} firstWeeks={firstWeeks} nextMeetup={meetup} />}
      <NextMeetup meetup={meetup} timeZone={actor.timeZone} />
      <HasAnyoneTried />
      {awaited && <WordAwaited awaited={awaited} today={today} />}
      <PagesToCheck
        context={context}
        waiting={waiting}
        offers={offers}
        leavers={leavers}
        spaces={spaces}
      />
      <ProposedChanges proposals={proposals} />
      <NewsOfPages news={news} today={today} />
      <MyWorkingGroups groups={groups} today={today} />
      <RecentJourneys steps={steps} today={today} />
    </>
  );
}
