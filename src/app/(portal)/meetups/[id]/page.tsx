import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { listAgenda } from '@/features/meetups/agenda/queries';
import { getPresence } from '@/features/meetups/presence/queries';
import { Agenda } from '@/features/meetups/ui/agenda';
import { MeetingClock } from '@/features/meetups/ui/meeting-clock';
import { MeetupFacts } from '@/features/meetups/ui/meetup-facts';
import { PresenceLists } from '@/features/meetups/ui/presence-lists';
import { RsvpForm } from '@/features/meetups/ui/rsvp-form';
import { listTechniquesPresentedAt } from '@/features/techniques/propagation/squads/queries';
import { PresentedTechniques } from '@/features/techniques/propagation/ui/presented-techniques';
import { ButtonLink } from '@/ui/button';
import { Link } from '@/ui/link';
import { Notice } from '@/ui/notice';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';
import { MarkdownText } from '../../markdown-text';
import { loadMeetup } from './load';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadMeetup((await params).id))?.title };
}

export default async function MeetupPage({ params }: Props) {
  const context = await requestContext();
  const meetup = await loadMeetup((await params).id);
  if (!meetup) notFound();
  const { timeZone } = context.actor;
  const [agenda, presence, techniques] = await Promise.all([
    listAgenda(context, meetup.id),
    getPresence(context, meetup.id),
    listTechniquesPresentedAt(context, meetup.id),
  ]);
  const path = `/meetups/${meetup.id}`;

  return (
    <article>
      <PageHeader
        crumbs={[
          { href: '/meetups', label: 'Meetups' },
          ...(meetup.seriesSlug
            ? [{ href: `/meetups/series/${meetup.seriesSlug}`, label: meetup.seriesTitle ?? '' }]
            : []),
        ]}
        title={meetup.title}
        lead={<MeetingClock {...meetup} timeZone={timeZone} ownTimeZone={meetup.timeZone} />}
        actions={
          meetup.canRun && (
            <>
              <ButtonLink href={`${path}/agenda`}>Edit the agenda</ButtonLink>
              {meetup.takesAttendance && (
                <ButtonLink href={`${path}/attendance`}>Record who was there</ButtonLink>
              )}
              <ButtonLink href={`${path}/edit`}>Change this date</ButtonLink>
            </>
          )
        }
      />
      {meetup.isCancelled && (
        <Notice>
          <strong>Called off.</strong> {meetup.cancelledReason}
        </Notice>
      )}
      {meetup.movedFrom && !meetup.isCancelled && (
        <Notice>
          Moved from{' '}
          <MeetingClock
            startsAt={meetup.movedFrom}
            endsAt={meetup.movedFrom}
            timeZone={timeZone}
            ownTimeZone={timeZone}
          />
          : {meetup.movedReason}
        </Notice>
      )}
      <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div>
          {meetup.acceptsRsvps && (
            <div className="mb-9">
              <RsvpForm meetupId={meetup.id} mine={meetup.myAnswer} />
            </div>
          )}
          <Section title="Agenda">
            {agenda.length === 0 ? (
              <p className="text-muted">
                Nothing is on the agenda yet. Have you solved something, or are you stuck? Tell a
                lead of{' '}
                <Link href={`/org/${meetup.unitSlug}`} className="link">
                  {meetup.unitName}
                </Link>
                .
              </p>
            ) : (
              <Agenda meetup={meetup} items={agenda} timeZone={timeZone}>
                {({ id, isMine }) =>
                  isMine && (
                    <p className="no-print mt-2 text-sm">
                      <Link href={`${path}/agenda/${id}`} className="link">
                        Reword your item
                      </Link>
                    </p>
                  )
                }
              </Agenda>
            )}
          </Section>
          {techniques.length > 0 && (
            <Section title="Techniques presented here">
              <PresentedTechniques techniques={techniques} />
            </Section>
          )}
          {meetup.notes && (
            <Section title="Notes">
              <MarkdownText markdown={meetup.notes} />
            </Section>
          )}
        </div>
        <div>
          <Section title="Who">
            <PresenceLists presence={presence} hasBegun={meetup.startsAt <= context.now} />
          </Section>
          <MeetupFacts meetup={meetup} />
        </div>
      </div>
    </article>
  );
}
