import { Link } from '@/ui/link';
import { UnitGlyph } from '@/ui/unit-glyph';
import { spaceHref } from '../addresses';
import type { listSpaces } from '../shelves/queries';

type Space = Awaited<ReturnType<typeof listSpaces>>['items'][number];

export function SpaceList({ spaces }: { spaces: readonly Space[] }) {
  return (
    <ul className="divide-y divide-line">
      {spaces.map((space) => (
        <li key={space.id} className="py-3.5 first:pt-0">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <Link
              href={spaceHref(space.slug)}
              className="font-serif text-lg font-semibold hover:underline"
            >
              {space.name}
            </Link>
            <span className="text-sm tabular-nums text-muted">
              {space.pageCount.toLocaleString('en')} {space.pageCount === 1 ? 'page' : 'pages'}
            </span>
          </div>
          {space.description && <p className="max-w-[65ch] text-muted">{space.description}</p>}
          <p className="mt-0.5 text-sm text-muted">
            <UnitGlyph kind={space.ownerKind} /> {space.ownerName}
          </p>
        </li>
      ))}
    </ul>
  );
}
