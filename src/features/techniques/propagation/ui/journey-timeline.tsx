import type { ReactNode } from 'react';
import { Badge } from '@/ui/badge';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import { PersonLink, SquadLink, SquadLinks } from '../../ui/squad-link';
import { isBackDated } from '../adoption';
import type { Adoption, JourneyEntry, PersonRef } from '../journey';
import { channelDeeds, deeds, precisionWords, reasons } from './words';

type Props = {
  entries: JourneyEntry[];
  adoptions: Adoption[];
  /** What the meetups are called, by their ids: the page knows. */
  meetupTitles: ReadonlyMap<string, string>;
  today: Date;
};

/** What happened, in the order of time, each with who can be asked about it. */
export function JourneyTimeline({ entries, adoptions, meetupTitles, today }: Props) {
  return (
    <ol className="relative ml-1.5 border-l border-line">
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what has happened keeps its place
        <li key={index} className="relative pb-5 pl-6 last:pb-0">
          <span
            aria-hidden
            className={`absolute top-[0.45rem] rounded-full ${dotClasses(entry)}`}
          />
          <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
            <span>
              {entry.kind === 'moved' && precisionWords[entry.step.precision]}
              <Day day={entry.on} today={today} />
            </span>
            {entry.kind === 'moved' && isBackDated(entry.step.on, entry.step.recordedAt) && (
              <Badge>
                recorded later, on <Day day={entry.step.recordedAt} />
              </Badge>
            )}
          </p>
          <Told entry={entry} adoptions={adoptions} meetupTitles={meetupTitles} />
        </li>
      ))}
    </ol>
  );
}

/** What moved a squad to use it is drawn fuller; nothing is drawn in alarm. */
function dotClasses(entry: JourneyEntry): string {
  if (entry.kind === 'began') return '-left-[6.5px] size-3 bg-squad';
  const isUse = entry.kind === 'moved' && entry.step.to === 'IN_PRODUCTION';
  return isUse
    ? '-left-[6.5px] size-3 bg-accent'
    : '-left-[4.5px] size-2 border border-line-strong bg-paper';
}

function Told({
  entry,
  adoptions,
  meetupTitles,
}: Pick<Props, 'adoptions' | 'meetupTitles'> & { entry: JourneyEntry }) {
  switch (entry.kind) {
    case 'began':
      return (
        <p>
          <SquadLink squad={entry.squad} /> had solved it
          <By person={entry.by} before="; written down by" />.
        </p>
      );
    case 'revised':
      return (
        <>
          <p>
            Written anew as version {entry.number}
            <By person={entry.by} before="by" />.
          </p>
          {entry.changeSummary && <Words>{entry.changeSummary}</Words>}
        </>
      );
    case 'presented':
      return (
        <p>
          Presented at{' '}
          <Link href={`/meetups/${entry.meetupId}`} className="link">
            {meetupTitles.get(entry.meetupId) ?? 'a meetup'}
          </Link>
          <By person={entry.by} before="by" />.{' '}
          {entry.heardBy.length > 0 && (
            <>
              People of <SquadLinks squads={entry.heardBy} /> were there.
            </>
          )}
        </p>
      );
    case 'heard':
      return (
        <p>
          Somebody of <SquadLink squad={entry.squad} /> {channelDeeds[entry.channel]}.
        </p>
      );
    case 'moved':
      return <Moved entry={entry} adoptions={adoptions} />;
    case 'retired':
      return (
        <>
          <p>Retired by the squad that began it.</p>
          {entry.reason && <Words>{entry.reason}</Words>}
        </>
      );
  }
}

type Move = Extract<JourneyEntry, { kind: 'moved' }>;

function Moved({ entry, adoptions }: { entry: Move; adoptions: Adoption[] }) {
  const { step, squad, adoption, isFirst } = entry;
  const source = adoptions.find(({ id }) => id === adoption.sourceAdoptionId)?.squad;
  return (
    <>
      <p>
        <SquadLink squad={squad} /> {deeds[step.to]}
        {isFirst && source && (
          <>
            , having it from <SquadLink squad={source} />
          </>
        )}
        {isFirst && adoption.source === 'INDEPENDENT' && ', having found it on their own'}
        {step.reasonCode && `: ${lowerFirst(reasons[step.reasonCode])}`}
        <By person={step.by} before="– said by" />.
      </p>
      {step.note && <Words>{step.note}</Words>}
    </>
  );
}

function By({ person, before }: { person: PersonRef | null; before: string }) {
  if (!person) return null;
  return (
    <>
      {before.startsWith(';') ? before : ` ${before}`} <PersonLink person={person} />
    </>
  );
}

/** What somebody said, in their own words. */
export function Words({ children }: { children: ReactNode }) {
  return (
    <blockquote className="mt-1 max-w-[65ch] whitespace-pre-line border-l-2 border-line pl-3 text-[0.9375rem] text-muted">
      {children}
    </blockquote>
  );
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
