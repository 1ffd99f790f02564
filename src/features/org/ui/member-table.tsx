import { Badge } from '@/ui/badge';
import { Table } from '@/ui/table';
import { Day } from '@/ui/time';
import type { AsOf } from '../as-of';
import { isLeading } from '../memberships/membership-period';
import { roleName } from '../memberships/roles';
import type { MembershipRole, UnitKind } from '../schema';
import type { UnitMember } from '../unit-page/queries';
import { PersonName, UnitName } from './names';

type MemberTableProps = {
  members: readonly UnitMember[];
  unit: { name: string; kind: UnitKind };
  asOf: AsOf;
};

/** The people of a unit: what they are in it, and where else they belong. */
export function MemberTable({ members, unit, asOf }: MemberTableProps) {
  const showsSquad = unit.kind !== 'SQUAD';
  const showsChapter = unit.kind !== 'CHAPTER';
  return (
    <Table
      caption={`People of ${unit.name}`}
      head={[
        'Name',
        ...(showsSquad ? ['Squad'] : []),
        ...(showsChapter ? ['Chapter'] : []),
        'Since',
      ]}
    >
      {members.map((member) => (
        <tr key={member.id}>
          <td className="min-w-48">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <PersonName person={member} asOf={asOf} />
              <RoleBadges roles={member.roles} />
              {unit.kind === 'SQUAD' && !member.isPrimary && <Badge>Home elsewhere</Badge>}
            </span>
            {member.headline && <span className="block text-sm text-muted">{member.headline}</span>}
          </td>
          {showsSquad && <td>{member.squad && <UnitName unit={member.squad} asOf={asOf} />}</td>}
          {showsChapter && (
            <td>{member.chapter && <UnitName unit={member.chapter} asOf={asOf} />}</td>
          )}
          <td className="whitespace-nowrap text-sm text-muted">
            <Day day={member.since} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Roles beyond being a member. */
export function RoleBadges({ roles }: { roles: readonly MembershipRole[] }) {
  return roles
    .filter((role) => role !== 'MEMBER')
    .map((role) => (
      <Badge key={role} tone={isLeading({ role }) ? 'accent' : 'neutral'}>
        {roleName(role)}
      </Badge>
    ));
}
