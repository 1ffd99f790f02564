import { listInWords } from '@/features/techniques/list-in-words';
import { sectionNames } from '@/features/techniques/propagation/refusals';
import { OwnWord } from '@/features/techniques/propagation/ui/own-word';
import { sayings } from '@/features/techniques/propagation/ui/words';
import type { TechniqueDetails } from '@/features/techniques/queries';
import { isOver } from '@/features/techniques/stage';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import type { TechniqueAddress } from './address';
import type { Known } from './read-around';

type Props = {
  technique: TechniqueDetails;
  known: Known;
  today: Date;
  address: TechniqueAddress;
};

/** What the reader and the reader's squads have to do with it. */
export function OwnSquads({ technique, known, today, address }: Props) {
  const { ownSquads, slug, canEdit, missing } = technique;
  const spoken = known.adoptions.map(({ squad }) => squad.id);
  // Of what is over only those who had begun still have something to say.
  const squads = isOver(technique.stage)
    ? ownSquads.filter(({ id }) => spoken.includes(id))
    : ownSquads;
  return (
    <section id="your-squad" aria-label="Your squad" className="scroll-mt-20 space-y-3">
      {address.said && (
        <p role="status" className="rounded-md bg-accent-soft px-3.5 py-2 text-sm">
          Recorded: “{sayings[address.said]}”. It is part of the journey now, and your squad can say
          more at any time.
        </p>
      )}
      {squads.map((squad) => (
        <OwnWord
          key={squad.id}
          technique={technique}
          squad={squad}
          adoptions={known.adoptions}
          evidence={known.evidence}
          today={today}
          isSpeaking={address.say === squad.slug}
        />
      ))}
      {canEdit && missing.length > 0 && (
        <p className="rounded-md bg-notice px-3.5 py-2 text-sm text-notice-ink">
          Before it can be presented, {listInWords(missing.map((part) => sectionNames[part]))}{' '}
          {missing.length === 1 ? 'has' : 'have'} to be written down.{' '}
          <Link href={`/techniques/${slug}/edit`} className="underline">
            Complete the write-up
          </Link>
        </p>
      )}
      <OwnExposure known={known} />
    </section>
  );
}

/** For the reader's eyes only. */
function OwnExposure({ known: { ownExposures, meetupTitles } }: { known: Known }) {
  const first = ownExposures[0];
  if (!first) return null;
  const title = first.meetupId && meetupTitles.get(first.meetupId);
  return (
    <p className="text-sm text-muted">
      You heard of it on <Day day={first.at} />
      {title && `, at “${title}”`}. Only you see this line; others see that your squad was there.
    </p>
  );
}
