import { Link } from '@/ui/link';
import { UnitGlyph, unitKindName } from '@/ui/unit-glyph';
import { type AsOf, addressOn } from '../as-of';
import type { Branch, UnitLine } from '../map/queries';
import type { UnitKind } from '../schema';
import { peopleCount, UnitName } from './names';
import { SizeStrip } from './size-strip';

const CHILD_KINDS: readonly UnitKind[] = ['SQUAD', 'CHAPTER', 'SUBGUILD', 'WORKING_GROUP'];

const PLURALS: Record<UnitKind, string> = {
  TRIBE: 'tribes',
  SQUAD: 'squads',
  CHAPTER: 'chapters',
  GUILD: 'guilds',
  SUBGUILD: 'sub-guilds',
  WORKING_GROUP: 'working groups',
};

/** "1 squad", "14 squads". */
export const unitCount = (kind: UnitKind, count: number): string =>
  `${count} ${count === 1 ? unitKindName(kind).toLowerCase() : PLURALS[kind]}`;

type BranchListProps = {
  branches: readonly Branch[];
  asOf: AsOf;
  /** A large organisation opens branch by branch. */
  isFolded: boolean;
};

/** Tribes or guilds, each with what stands in it. */
export function BranchList({ branches, asOf, isFolded }: BranchListProps) {
  return (
    <ul className="divide-y divide-line border-b border-line">
      {branches.map((branch) => (
        <li key={branch.id} className="py-5 first:pt-2">
          <BranchItem branch={branch} asOf={asOf} isFolded={isFolded} />
        </li>
      ))}
    </ul>
  );
}

function BranchItem({
  branch,
  asOf,
  isFolded,
}: { branch: Branch } & Omit<BranchListProps, 'branches'>) {
  const squads = branch.children.filter(({ kind }) => kind === 'SQUAD');
  const kinds = CHILD_KINDS.filter((kind) => branch.childCounts[kind]);
  const summary = kinds.map((kind) => unitCount(kind, branch.childCounts[kind] ?? 0)).join(', ');
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h3 className="flex items-baseline gap-2">
            <span>
              <UnitGlyph kind={branch.kind} />
            </span>
            <Link
              href={addressOn(`/org/${branch.slug}`, asOf)}
              className="hover:underline hover:underline-offset-4"
            >
              {branch.name}
            </Link>
            <span className="font-sans text-sm font-normal text-muted">
              {peopleCount(branch.people)}
            </span>
          </h3>
          {branch.purpose && (
            <p className="mt-0.5 max-w-[65ch] text-sm text-muted">{branch.purpose}</p>
          )}
        </div>
        <SizeStrip squads={squads} asOf={asOf} />
      </div>
      {kinds.length > 0 &&
        (isFolded ? (
          <details className="mt-2">
            <summary className="text-sm text-accent">{summary}</summary>
            <Children branch={branch} kinds={kinds} asOf={asOf} />
          </details>
        ) : (
          <Children branch={branch} kinds={kinds} asOf={asOf} />
        ))}
    </>
  );
}

function Children({
  branch,
  kinds,
  asOf,
}: {
  branch: Branch;
  kinds: readonly UnitKind[];
  asOf: AsOf;
}) {
  return (
    <dl className="mt-3 grid gap-x-6 gap-y-2 text-[0.9375rem] sm:grid-cols-[7rem_1fr]">
      {kinds.map((kind) => {
        const units = branch.children.filter((child) => child.kind === kind);
        const others = (branch.childCounts[kind] ?? 0) - units.length;
        return (
          <div key={kind} className="contents">
            <dt className="text-sm text-muted sm:pt-px">{capitalised(PLURALS[kind])}</dt>
            <dd>
              <UnitsInline units={units} asOf={asOf} />
              {others > 0 && (
                <Link href={addressOn(`/org/${branch.slug}`, asOf)} className="link ml-4 text-sm">
                  and {others} more
                </Link>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Units one after the other, with how many people each has. */
export function UnitsInline({ units, asOf }: { units: readonly UnitLine[]; asOf: AsOf }) {
  return (
    <ul className="inline">
      {units.map((unit) => (
        <li key={unit.id} className="mr-4 inline-block py-0.5">
          <UnitName unit={unit} asOf={asOf} />{' '}
          <span className="text-sm tabular-nums text-muted">
            {unit.people}
            <span className="sr-only"> people</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
