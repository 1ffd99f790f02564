import 'server-only';
import type { Transaction } from '@/foundation/db';

export type SeatView = {
  id: string;
  personId: string;
  name: string;
  handle: string;
  squadName: string;
  squadSlug: string;
  isLead: boolean;
  hoursPerWeek: number;
  managerAgreed: boolean;
  joinedOn: Date;
  /** Null while the seat is held. */
  leftOn: Date | null;
};

/** Everybody who holds or held a seat: leads first, those who left last. A group has a dozen at most. */
export async function listSeats(
  client: Pick<Transaction, '$queryRaw'>,
  groupId: string,
): Promise<SeatView[]> {
  return client.$queryRaw<SeatView[]>`
    SELECT s.id, p.id AS "personId", p.name, p.handle, u.name AS "squadName", u.slug AS "squadSlug",
           s."isLead", s."hoursPerWeek", s."managerAgreed", s."joinedOn", s."leftOn"
      FROM "WorkingGroupSeat" s
      JOIN "Person" p ON p.id = s."personId"
      JOIN "OrgUnit" u ON u.id = s."squadId"
     WHERE s."workingGroupId" = ${groupId}
     ORDER BY s."leftOn" IS NOT NULL, s."isLead" DESC, p.name, s.id`;
}
