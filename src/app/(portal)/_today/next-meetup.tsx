import type { MeetupLine } from '@/features/meetups/queries';
import { MeetingClock } from '@/features/meetups/ui/meeting-clock';
import { RsvpForm } from '@/features/meetups/ui/rsvp-form';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { Section } from '@/ui/section';

export function NextMeetup({ meetup, timeZone }: { meetup: MeetupLine | null; timeZone: string }) {
  return (
    <Section
      title="Next meetup"
      actions={
        <Link href="/meetups" className="link">
          All meetups
        </Link>
      }
    >
      {meetup ? (
        <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
          <div className="min-w-0 flex-1 basis-80">
            <Link
              href={`/meetups/${meetup.id}`}
              className="link font-serif text-[1.2rem] font-semibold leading-snug"
            >
              {meetup.title}
            </Link>
            <p className="text-muted">
              <MeetingClock
                startsAt={meetup.startsAt}
                endsAt={meetup.endsAt}
                timeZone={timeZone}
                ownTimeZone={meetup.timeZone}
              />
            </p>
            {meetup.agendaTitles.length > 0 ? (
              <ul className="mt-2 list-disc pl-5 text-[0.9375rem]">
                {meetup.agendaTitles.map((title) => (
                  <li key={title}>{title}</li>
                ))}
              </ul>
            ) : (
              <p className="mt-2 text-[0.9375rem] text-muted">
                Nothing is on the agenda yet: a problem you are stuck on would fit.
              </p>
            )}
          </div>
          <RsvpForm meetupId={meetup.id} mine={meetup.myAnswer} />
        </div>
      ) : (
        <EmptyState
          title="No meetup of yours is coming up"
          action={<ButtonLink href="/org?view=guilds">Find a guild</ButtonLink>}
        >
          Guilds meet every two weeks to show what worked and what did not. Join one, and its next
          date stands here in your own time.
        </EmptyState>
      )}
    </Section>
  );
}
