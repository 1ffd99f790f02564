import type { Leaver } from '@/features/wiki/reviews/handover/queries';
import type { Actor } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { ButtonLink } from '@/ui/button';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';

type LeaverListProps = { leavers: readonly Leaver[]; actor: Actor; now: Date };

/** Who has left or will leave and still keeps pages. */
export function LeaverList({ leavers, actor, now }: LeaverListProps) {
  const today = dayOf(now);
  return (
    <ul>
      {leavers.map(({ handle, name, leftOn, pages, unkept }) => {
        const isSelf = handle === actor.handle;
        const isGone = leftOn !== null && leftOn <= today;
        return (
          <li
            key={handle}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3 last:border-0"
          >
            <div className="min-w-0 flex-1 basis-72">
              <p className="font-serif text-[1.075rem] font-semibold leading-snug">
                {isSelf ? (
                  'You leave'
                ) : (
                  <Link href={`/people/${handle}`} className="link">
                    {name}
                  </Link>
                )}
                {!isSelf && (isGone ? ' has left' : ' leaves')}
              </p>
              <p className="text-sm text-muted">
                {leftOn && (
                  <>
                    <Day day={leftOn} today={today} /> ·{' '}
                  </>
                )}
                {pages === 1 ? 'one page' : `${pages} pages`}
                {unkept > 0 &&
                  `, ${unkept === pages ? 'kept by nobody else' : `${unkept} of them kept by nobody else`}`}
              </p>
            </div>
            <ButtonLink
              size="small"
              href={isSelf ? '/wiki-reviews/handover' : `/wiki-reviews/handover/${handle}`}
              aria-label={isSelf ? 'Hand over your pages' : `Hand over the pages of ${name}`}
            >
              Hand over
            </ButtonLink>
          </li>
        );
      })}
    </ul>
  );
}
