import type { Context } from '@/foundation/context';
import { formatDay } from '@/foundation/days';
import { PAGE_SIZE } from '@/foundation/pagination';
import { EmptyState } from '@/ui/empty-state';
import { Pagination } from '@/ui/pagination';
import type { AsOf } from '../as-of';
import { listBranches, listUnits } from '../map/queries';
import type { UnitKind } from '../schema';
import { BranchList } from './branch-list';
import { UnitTable } from './unit-table';

const KINDS: Record<string, readonly UnitKind[]> = {
  tribes: ['TRIBE'],
  guilds: ['GUILD'],
  squads: ['SQUAD'],
  chapters: ['CHAPTER'],
  'working-groups': ['WORKING_GROUP'],
};

const BRANCHES_EACH = 20;
const CHILDREN_EACH = 24;

type UnitsOfKindProps = { ctx: Context; asOf: AsOf; view: string; after?: string };

/** All units of one kind, page by page. */
export async function UnitsOfKind({ ctx, asOf, view, after }: UnitsOfKindProps) {
  const kinds = KINDS[view] ?? [];
  const isBranched = view === 'tribes' || view === 'guilds';
  const { items, nextCursor, list } = isBranched
    ? await branches(ctx, asOf, kinds, after)
    : await units(ctx, asOf, kinds, after);
  if (items === 0) return <EmptyState title="None on that day" />;
  return (
    <>
      {list}
      <Pagination
        basePath="/org"
        query={{ view, on: asOf.tense === 'today' ? undefined : formatDay(asOf.day) }}
        nextCursor={nextCursor}
        isFirst={after === undefined}
      />
    </>
  );
}

async function branches(ctx: Context, asOf: AsOf, kinds: readonly UnitKind[], after?: string) {
  const query = { kinds, after, size: BRANCHES_EACH, childrenEach: CHILDREN_EACH };
  const page = await listBranches(ctx, asOf, query);
  const list = <BranchList branches={page.items} asOf={asOf} isFolded />;
  return { items: page.items.length, nextCursor: page.nextCursor, list };
}

async function units(ctx: Context, asOf: AsOf, kinds: readonly UnitKind[], after?: string) {
  const page = await listUnits(ctx, asOf, { kinds, after, size: PAGE_SIZE });
  const list = <UnitTable caption="Units" units={page.items} asOf={asOf} />;
  return { items: page.items.length, nextCursor: page.nextCursor, list };
}
