import type { ReactNode } from 'react';
import { Link } from '@/ui/link';
import { Section } from '@/ui/section';
import type { WaitingSpace } from '../queries';
import { AnswerButtons, OfferText } from './space-offer';

type Props = {
  spaces: readonly WaitingSpace[];
  now: Date;
  actions?: ReactNode;
  /** What follows the list. */
  children?: ReactNode;
};

/** Spaces that are offered to the reader's unit, or are left behind by one that ends. */
export function WaitingSpaces({ spaces, now, actions, children }: Props) {
  if (spaces.length === 0) return null;
  return (
    <Section title="Spaces that need a keeper" actions={actions}>
      <ul>
        {spaces.map(({ slug, name, ownerName, isOwnerOver, offer }) => (
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
                {ownerName}, which {isOwnerOver ? 'kept it, has ended' : 'keeps it, ends today'}.
                Take it over, or hand it to another unit.
              </p>
            )}
          </li>
        ))}
      </ul>
      {children}
    </Section>
  );
}
