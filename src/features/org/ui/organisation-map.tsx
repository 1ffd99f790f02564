import type { Context } from '@/foundation/context';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { Section } from '@/ui/section';
import { type AsOf, addressOn } from '../as-of';
import { listBranches, type Organisation } from '../map/queries';
import { BranchList, UnitsInline } from './branch-list';

const BRANCHES_SHOWN = 12;
const CHILDREN_SHOWN = 24;
const BESIDE = ['SQUAD', 'CHAPTER', 'WORKING_GROUP', 'SUBGUILD'] as const;
/** Above this many squads or sub-guilds each branch opens on its own. */
const FOLDED_ABOVE = 60;

type MapProps = { ctx: Context; asOf: AsOf; organisation: Organisation };

/** The whole organisation on one page: tribes with their squads and chapters, guilds with their parts. */
export async function OrganisationMap({ ctx, asOf, organisation: { counts } }: MapProps) {
  const query = { size: BRANCHES_SHOWN, childrenEach: CHILDREN_SHOWN };
  const [tribes, guilds, others] = await Promise.all([
    listBranches(ctx, asOf, { kinds: ['TRIBE'], ...query }),
    listBranches(ctx, asOf, { kinds: ['GUILD'], ...query }),
    listBranches(ctx, asOf, { kinds: BESIDE, size: BRANCHES_SHOWN, childrenEach: 0 }),
  ]);
  const units = (counts.SQUAD ?? 0) + (counts.SUBGUILD ?? 0);
  const isFolded = units > FOLDED_ABOVE;
  if (Object.keys(counts).length === 0) return <NoUnits isToday={asOf.tense === 'today'} />;
  return (
    <>
      {tribes.items.length > 0 && (
        <Section
          title="Tribes"
          note="Bars show how many people each squad has; the dotted lines mark the usual 6 and 12."
          actions={tribes.nextCursor && <AllOf view="tribes" label="All tribes" asOf={asOf} />}
        >
          <BranchList branches={tribes.items} asOf={asOf} isFolded={isFolded} />
        </Section>
      )}
      {guilds.items.length > 0 && (
        <Section
          title="Guilds"
          note="Guilds cross squads and tribes; people join and leave them by their own choice."
          actions={guilds.nextCursor && <AllOf view="guilds" label="All guilds" asOf={asOf} />}
        >
          <BranchList branches={guilds.items} asOf={asOf} isFolded={isFolded} />
        </Section>
      )}
      {others.items.length > 0 && (
        <Section title="Beside tribes and guilds">
          <UnitsInline units={others.items} asOf={asOf} />
          {others.nextCursor && (
            <p className="mt-2 text-sm">
              There are more: see <AllOf view="squads" label="all squads" asOf={asOf} /> or{' '}
              <AllOf view="working-groups" label="all working groups" asOf={asOf} />.
            </p>
          )}
        </Section>
      )}
    </>
  );
}

function AllOf({ view, label, asOf }: { view: string; label: string; asOf: AsOf }) {
  return (
    <Link href={addressOn('/org', asOf, { view })} className="link">
      {label}
    </Link>
  );
}

function NoUnits({ isToday }: { isToday: boolean }) {
  return (
    <EmptyState title={isToday ? 'No units yet' : 'No units on that day'}>
      {isToday
        ? 'An administrator opens the first tribe or guild, or imports the organisation from a file.'
        : 'Nothing was recorded for this day. Choose another, or go back to today.'}
    </EmptyState>
  );
}
