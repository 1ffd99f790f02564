import { Badge } from '@/ui/badge';
import { Link } from '@/ui/link';
import type { Hit } from '../queries';

/** What was found, with the passage that matched. */
export function HitList({ hits }: { hits: Hit[] }) {
  return (
    <ol className="space-y-6">
      {hits.map((hit) => (
        <li key={hit.address} className="max-w-[75ch]">
          <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
            <Link href={hit.address} className="link font-serif text-lg font-semibold">
              {hit.title}
            </Link>
            <Badge>{hit.kindLabel}</Badge>
          </div>
          {hit.subtitle && <p className="text-sm text-muted">{hit.subtitle}</p>}
          {hit.passage.length > 0 && (
            <p className="mt-1 text-[0.9375rem]">
              {hit.passage.map(({ text, isMatch }, index) =>
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
          )}
        </li>
      ))}
    </ol>
  );
}
