import { Check, Circle } from 'lucide-react';
import type { ReactNode } from 'react';
import { hasAnsweredOnce } from '@/features/meetups/presence/queries';
import type { MeetupLine } from '@/features/meetups/queries';
import type { FirstPlace, FirstWeeks } from '@/features/org/first-weeks/queries';
import { listFirstReads } from '@/features/wiki/first-reads/queries';
import type { Context } from '@/foundation/context';
import { Link } from '@/ui/link';
import { Section } from '@/ui/section';

type NewcomerProps = { context: Context; firstWeeks: FirstWeeks; nextMeetup: MeetupLine | null };

/** What somebody new does first, each marked once the portal knows it is done. Gone after the first weeks. */
export async function NewcomerPath({ context, firstWeeks, nextMeetup }: NewcomerProps) {
  const [reads, hasAnswered] = await Promise.all([
    listFirstReads(context),
    hasAnsweredOnce(context),
  ]);
  const { places, saysWhatToAsk } = firstWeeks;
  const squads = places.filter(({ kind }) => kind === 'SQUAD');
  const chapters = places.filter(({ kind }) => kind === 'CHAPTER');
  const guilds = places.filter(({ kind }) => kind === 'GUILD' || kind === 'SUBGUILD');

  return (
    <Section
      title="Your first weeks"
      note="In any order, and only what is of use to you. This part of the page goes away by itself."
    >
      <ul className="mb-6">
        <Step
          isDone={squads.length > 0}
          todo="Have yourself placed in a squad by its lead or your chapter lead"
          title="Your squad"
        >
          <Places places={squads} />
        </Step>
        <Step
          isDone={chapters.length > 0}
          todo="Have yourself placed in the chapter of your craft"
          title="Your chapter"
        >
          <Places places={chapters} />
        </Step>
        <Step
          isDone={guilds.length > 0}
          todo={
            <>
              <Link href="/org?view=guilds" className="link">
                Join a guild
              </Link>
              , where people of all squads show what worked
            </>
          }
          title="Your guilds"
        >
          <Places places={guilds} />
        </Step>
        <Step
          isDone={hasAnswered}
          todo={
            nextMeetup ? (
              <>
                Say whether you come to{' '}
                <Link href={`/meetups/${nextMeetup.id}`} className="link">
                  {nextMeetup.title}
                </Link>
              </>
            ) : (
              <>
                Find{' '}
                <Link href="/meetups" className="link">
                  your first meetup
                </Link>
                , and say whether you come
              </>
            )
          }
          title="Your first meetup"
        >
          You have told a guild whether you come.
        </Step>
        <Step
          isDone={saysWhatToAsk}
          todo={
            <Link href={`/people/${context.actor.handle}/edit`} className="link">
              Say what you can be asked about
            </Link>
          }
          title="What you can be asked about"
        >
          It stands on{' '}
          <Link href={`/people/${context.actor.handle}`} className="link">
            your page
          </Link>
          .
        </Step>
      </ul>
      <h3 className="mb-2 text-base font-semibold">Ten pages to begin with</h3>
      <p className="mb-2 text-sm text-muted">
        Best practice, that of your own guilds, chapter and squad first.
      </p>
      <ul className="gap-x-10 text-[0.9375rem] md:columns-2">
        {reads.map(({ id, href, title, spaceName }) => (
          <li key={id} className="break-inside-avoid py-1">
            <Link href={href} className="link">
              {title}
            </Link>
            <span className="text-muted"> · {spaceName}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type StepProps = { isDone: boolean; title: string; todo: ReactNode; children: ReactNode };

function Step({ isDone, title, todo, children }: StepProps) {
  const Mark = isDone ? Check : Circle;
  return (
    <li className="flex gap-3 border-b border-line py-2.5 first:pt-0 last:border-0">
      <Mark
        aria-hidden
        className={`mt-1 size-4 shrink-0 ${isDone ? 'text-accent' : 'text-muted'}`}
      />
      <div className="min-w-0">
        <p className="font-medium">
          {title} {isDone && <span className="text-sm font-normal text-muted">· done</span>}
        </p>
        <div className="text-[0.9375rem] text-muted">{isDone ? children : todo}</div>
      </div>
    </li>
  );
}

function Places({ places }: { places: FirstPlace[] }) {
  return places.map(({ slug, name, leads }) => (
    <p key={slug}>
      <Link href={`/org/${slug}`} className="link">
        {name}
      </Link>
      {leads.length > 0 && ', led by '}
      {leads.map((lead, index) => (
        <span key={lead.handle}>
          {index > 0 && (index === leads.length - 1 ? ' and ' : ', ')}
          <Link href={`/people/${lead.handle}`} className="link">
            {lead.name}
          </Link>
        </span>
      ))}
    </p>
  ));
}
