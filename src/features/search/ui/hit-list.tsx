import { Badge } from '@/ui/badge';
import { Link } from '@/ui/link';
import { freshnessName } from '../freshness';
import type { Passage } from '../highlight';
import type { Hit } from '../queries';

/** What was found, with the section and the passage that answer. */
export function HitList({ hits }: { hits: Hit[] }) {
  return (
    <ol className="space-y-6">
      {hits.map((hit) => (
        <li key={`${hit.kind} ${hit.address} ${hit.title}`} className="max-w-[75ch]">
          <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
            <Link href={hit.address} className="link font-serif text-lg font-semibold">
              {hit.title}
            </Link>
            <Badge>{hit.kindLabel}</Badge>
            <Trust hit={hit} />
          </div>
          {hit.subtitle && <p className="text-sm text-muted">{hit.subtitle}</p>}
          {hit.section && (
            <p className="mt-1 text-sm">
              <Link href={hit.section.address} className="link">
                <span aria-hidden>§ </span>
                {hit.section.heading}
              </Link>
            </p>
          )}
          <PassageText passage={hit.passage} />
        </li>
      ))}
    </ol>
  );
}

/** Whether it is still true, and how many squads rely on it, where anybody said so. */
function Trust({ hit: { freshness, squadsUsing } }: { hit: Hit }) {
  return (
    <>
      {freshness !== 'unreviewed' && (
        <Badge tone={freshness === 'fresh' ? 'accent' : 'notice'}>{freshnessName(freshness)}</Badge>
      )}
      {squadsUsing > 0 && (
        <Badge>
          {squadsUsing === 1 ? 'in use by one squad' : `in use by ${squadsUsing} squads`}
        </Badge>
      )}
    </>
  );
}

function PassageText({ passage }: { passage: Passage }) {
  if (passage.length === 0) return null;
  return (
    <p className="mt-1 break-words text-[0.9375rem]">
      {passage.map(({ text, isMatch }, index) =>
        isMatch ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a passage never change places
          <mark key={index} className="rounded-sm bg-accent-soft px-0.5 text-ink">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </p>
  );
}
