import { roleName } from '../../memberships/roles';
import type { MembershipRole, UnitKind } from '../../schema';

export const kindName = (kind: UnitKind): string =>
  kind === 'SUBGUILD' ? 'sub-guild' : kind.toLowerCase().replace('_', ' ');

/** `Lead (Chair, Tech lead)`, `Member, home squad`. */
export function placeName(
  role: MembershipRole,
  { isPrimary, note }: { isPrimary: boolean; note: string | null },
): string {
  return [roleName(role), isPrimary ? ', home squad' : '', note ? ` (${note})` : ''].join('');
}
