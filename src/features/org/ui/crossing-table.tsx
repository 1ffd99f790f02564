import { Link } from '@/ui/link';
import { type AsOf, addressOn } from '../as-of';
import type { UnitLine } from '../map/queries';
import type { Crossing } from '../unit-page/queries';
import { UnitName } from './names';

type CrossingTableProps = {
  tribe: { name: string };
  squads: readonly UnitLine[];
  chapters: readonly UnitLine[];
  crossings: readonly Crossing[];
  asOf: AsOf;
};

/** A tribe as it is meant: squads across, chapters down, and how many people stand where they meet. */
export function CrossingTable({ tribe, squads, chapters, crossings, asOf }: CrossingTableProps) {
  const most = Math.max(1, ...crossings.map(({ people }) => people));
  const countOf = (squadId: string, chapterId: string) =>
    crossings.find((one) => one.squadId === squadId && one.chapterId === chapterId)?.people ?? 0;
  return (
    <section
      className="overflow-x-auto"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label="People where squads and chapters meet"
    >
      <table className="border-separate border-spacing-1 text-sm">
        <caption className="sr-only">
          How many people of each squad of {tribe.name} are in each of its chapters
        </caption>
        <thead>
          <tr>
            <td />
            {chapters.map((chapter) => (
              <th
                key={chapter.id}
                scope="col"
                className="min-w-24 px-1 pb-1 text-left align-bottom font-normal"
              >
                <UnitName unit={chapter} asOf={asOf} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {squads.map((squad) => (
            <tr key={squad.id}>
              <th scope="row" className="whitespace-nowrap pr-3 text-left font-normal">
                <UnitName unit={squad} asOf={asOf} />
              </th>
              {chapters.map((chapter) => (
                <Cell
                  key={chapter.id}
                  people={countOf(squad.id, chapter.id)}
                  most={most}
                  href={addressOn('/people', asOf, { squad: squad.slug, chapter: chapter.slug })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ people, most, href }: { people: number; most: number; href: string }) {
  if (people === 0) {
    return (
      <td className="rounded-sm border border-line px-2 py-1 text-center text-muted">
        <span aria-hidden>·</span>
        <span className="sr-only">0</span>
      </td>
    );
  }
  const share = Math.round(8 + (people / most) * 26);
  return (
    <td
      className="rounded-sm text-center tabular-nums"
      style={{ background: `color-mix(in oklab, var(--chapter) ${share}%, transparent)` }}
    >
      <Link href={href} className="block px-2 py-1 hover:underline">
        {people}
      </Link>
    </td>
  );
}
