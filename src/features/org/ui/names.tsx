import { Link } from '@/ui/link';
import { UnitGlyph } from '@/ui/unit-glyph';
import { type AsOf, addressOn } from '../as-of';
import type { UnitKind } from '../schema';

type Unit = { slug: string; name: string; kind: UnitKind };

/** A unit's sign and name, leading to its page on the same day. */
export function UnitName({ unit, asOf }: { unit: Unit; asOf: AsOf }) {
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <span>
        <UnitGlyph kind={unit.kind} />
      </span>
      <Link href={addressOn(`/org/${unit.slug}`, asOf)} className="link">
        {unit.name}
      </Link>
    </span>
  );
}

/** A person's name, leading to their page on the same day. */
export function PersonName({
  person,
  asOf,
}: {
  person: { handle: string; name: string };
  asOf: AsOf;
}) {
  return (
    <Link href={addressOn(`/people/${person.handle}`, asOf)} className="link">
      {person.name}
    </Link>
  );
}

/** "3 people", "1 person". */
export const peopleCount = (count: number): string =>
  count === 1 ? '1 person' : `${count} people`;
