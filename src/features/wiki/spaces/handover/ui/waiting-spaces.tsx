import { Link } from '@/ui/link';
import { Section } from '@/ui/section';
import type { listSpacesThatWait } from '../queries';
import { AnswerButtons, OfferText } from './space-offer';

type Props = { spaces: Awaited<ReturnType<typeof listSpacesThatWait>>; now: Date };

/** Spaces that are offered to the reader's unit, or were left behind by one that has ended. */
export function WaitingSpaces({ spaces, now }: Props) {
  if (spaces.length === 0) return null;
  return (
    <Section title="Spaces that need a keeper">
      <ul>
        {spaces.map(({ slug, name, ownerName, offer }) => (
          <li key={slug} className="border-b border-line py-3.5 first:pt-0 last:border-0">
            <p className="font-serif text-[1.075rem] font-semibold leading-snug">
              <Link href={`/wiki-space/${slug}`} className="link">
                {name}
              </Link>
            </p>
            {offer ? (
              <>
                <OfferText offer={offer} now={now} />
                <AnswerButtons offer={offer} answers={['accept', 'decline']} />
              </>
            ) : (
              <p className="text-sm text-muted">
                {ownerName}, which kept it, has ended. Take it over, or hand it to another unit.
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
