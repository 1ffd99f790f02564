import type { Metadata } from 'next';
import { requestContext } from '@/features/identity/queries';
import { listMeetups } from '@/features/meetups/queries';
import { listUnitsIMayHostFor } from '@/features/meetups/series/queries';
import { MeetupsByMonth } from '@/features/meetups/ui/meetup-list';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { addressOf, Pagination } from '@/ui/pagination';
import { Tabs } from '@/ui/tabs';
import { meetupsFilter } from './filter';

export const metadata: Metadata = { title: 'Meetups' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MeetupsPage({ searchParams }: Props) {
  const context = await requestContext();
  const { when, mine, unit, after } = meetupsFilter.parse(await searchParams);
  const { items, nextCursor } = await listMeetups(context, {
    when,
    mine: mine === 'yes',
    unitSlug: unit,
    after,
  });
  const canStart = (await listUnitsIMayHostFor(context)).length > 0;
  const query = { when: when === 'past' ? 'past' : undefined, mine, unit };

  return (
    <>
      <PageHeader
        title="Meetups"
        lead="Where guilds meet: talks, problems to work on together, tools and papers."
        actions={
          canStart && (
            <>
              <ButtonLink href="/meetups/new">Announce a single meetup</ButtonLink>
              <ButtonLink href="/meetups/new-series">Start a series</ButtonLink>
            </>
          )
        }
      />
      <Tabs
        label="Meetups"
        items={[
          {
            href: addressOf('/meetups', { mine, unit }),
            label: 'To come',
            isCurrent: when === 'upcoming',
          },
          {
            href: addressOf('/meetups', { when: 'past', mine, unit }),
            label: 'Past',
            isCurrent: when === 'past',
          },
          { href: '/meetups/series', label: 'Series', isCurrent: false },
        ]}
      />
      <p className="mb-6 text-sm text-muted">
        Hours by your clock ({context.actor.timeZone}).{' '}
        {mine ? 'Of your guilds.' : unit ? 'Of one guild and what is within it.' : 'Of all guilds.'}{' '}
        {mine || unit ? (
          <Link href={addressOf('/meetups', { when: query.when })} className="link">
            Show those of all guilds
          </Link>
        ) : (
          <Link href={addressOf('/meetups', { when: query.when, mine: 'yes' })} className="link">
            Only those of your guilds
          </Link>
        )}
      </p>
      {items.length === 0 && <NoMeetups when={when} isNarrowed={Boolean(mine || unit)} />}
      <MeetupsByMonth meetups={items} timeZone={context.actor.timeZone} />
      <Pagination
        basePath="/meetups"
        query={query}
        nextCursor={nextCursor}
        isFirst={!after}
        label={when === 'past' ? 'Show earlier dates' : 'Show later dates'}
      />
    </>
  );
}

function NoMeetups({ when, isNarrowed }: { when: 'upcoming' | 'past'; isNarrowed: boolean }) {
  return (
    <EmptyState
      title={when === 'past' ? 'No meetup has been held yet' : 'No meetup is planned'}
      action={isNarrowed && <ButtonLink href="/org">Find a guild to join</ButtonLink>}
    >
      Guilds meet regularly to hear what squads have learnt. Its leads start a series here, and the
      dates of the next half year appear at once.
    </EmptyState>
  );
}
