import type { Context } from '@/foundation/context';
import { formatDay } from '@/foundation/days';
import { EmptyState } from '@/ui/empty-state';
import { Pagination } from '@/ui/pagination';
import { Section } from '@/ui/section';
import type { AsOf } from '../as-of';
import { guildLeadRemarks } from '../guild-leads';
import { isLeading } from '../memberships/membership-period';
import { squadSizeRemark } from '../squad-size';
import { listUnitMembers, type UnitMember, type UnitPage } from '../unit-page/queries';
import { LeadsLine } from './leads-line';
import { MemberTable } from './member-table';
import { peopleCount } from './names';
import { Remarks } from './remarks';

type UnitMembersProps = { ctx: Context; unit: UnitPage; asOf: AsOf; after?: string };

/** Who leads a unit, with what is worth remarking on. */
export async function UnitLeads({ ctx, unit, asOf }: Omit<UnitMembersProps, 'after'>) {
  const leading = await listUnitMembers(ctx, unit.id, asOf, { only: 'leading' });
  return (
    <div className="-mt-4 mb-8 space-y-3">
      <LeadsLine leading={leading.items} asOf={asOf} />
      <Remarks remarks={remarksOn(unit, leading.items)} />
    </div>
  );
}

/** The people of a unit, page by page. */
export async function UnitMembers({ ctx, unit, asOf, after }: UnitMembersProps) {
  const members = await listUnitMembers(ctx, unit.id, asOf, { after });
  const onlyLeads = members.items.every(({ roles }) => roles.every((role) => role !== 'MEMBER'));
  // People belong to a tribe through their squad; its lead is named above.
  if (unit.kind === 'TRIBE' && onlyLeads) return null;
  return (
    <Section title={unit.kind === 'TRIBE' ? 'In the tribe itself' : peopleCount(unit.people)}>
      {members.items.length === 0 ? (
        <EmptyState title="Nobody yet">Nobody is recorded in this unit on this day.</EmptyState>
      ) : (
        <MemberTable members={members.items} unit={unit} asOf={asOf} />
      )}
      <Pagination
        basePath={`/org/${unit.slug}`}
        query={{ on: asOf.tense === 'today' ? undefined : formatDay(asOf.day) }}
        nextCursor={members.nextCursor}
        isFirst={after === undefined}
        label="Show more people"
      />
    </Section>
  );
}

function remarksOn(unit: UnitPage, leading: readonly UnitMember[]): (string | null)[] {
  if (unit.kind === 'SQUAD') return [squadSizeRemark(unit.people)];
  if (unit.kind !== 'GUILD') return [];
  const leads = leading.filter(({ roles }) => roles.some((role) => isLeading({ role })));
  return guildLeadRemarks(leads.map(({ name, squad }) => ({ name, hasSquad: squad !== null })));
}
