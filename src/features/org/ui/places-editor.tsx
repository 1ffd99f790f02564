import type { Context } from '@/foundation/context';
import { holdsOn } from '@/foundation/days';
import { Link } from '@/ui/link';
import { Section } from '@/ui/section';
import type { AsOf } from '../as-of';
import { membershipHistory } from '../memberships/membership-history';
import { isLeading } from '../memberships/membership-period';
import { isByOwnHand } from '../memberships/roles';
import { listManageableUnits } from '../memberships/roster/queries';
import {
  getPersonPowers,
  listPlaceRecords,
  listWithdrawals,
  type PersonPage,
  type PlaceRecord,
} from '../person-page/queries';
import { DepartureForm } from './departure-form';
import { MoveForm } from './move-form';
import { UnitName } from './names';
import { OnlyLeads } from './only-leads';
import { PlaceHistory } from './place-history';

type PlacesEditorProps = { ctx: Context; person: PersonPage; asOf: AsOf };

/** Moving somebody, correcting what is recorded, and recording that somebody leaves. */
export async function PlacesEditor({ ctx, person, asOf }: PlacesEditorProps) {
  const records = await listPlaceRecords(ctx, person.id, asOf);
  const counting = records.filter(({ supersededAt }) => supersededAt === null);
  const current = counting.filter((row) => holdsOn(row, asOf.today));
  const home = current.find(({ isPrimary }) => isPrimary) ?? null;
  const [powers, manageable, withdrawals] = await Promise.all([
    getPersonPowers(ctx, (home ?? lastHome(counting))?.unitId ?? null),
    listManageableUnits(ctx, [...new Set(counting.map(({ unitId }) => unitId))]),
    listWithdrawals(ctx, person.id),
  ]);
  if (!powers.canMove && !powers.canRecordDeparture && manageable.size === 0) {
    const back = { href: `/people/${person.handle}`, label: `Back to ${person.name}` };
    return (
      <OnlyLeads title="Only leads and administrators change where people belong" back={back} />
    );
  }
  return (
    <>
      {powers.canMove && !person.leftOn && (
        <Section
          title="Move to another squad"
          note="The lead who takes somebody in, or the tribe’s, records the move."
        >
          <MoveForm person={person} seenHomeId={home?.id ?? null} today={asOf.today} />
        </Section>
      )}
      <Section title="What is recorded">
        <PlaceHistory
          entries={membershipHistory(records)}
          withdrawals={withdrawals}
          asOf={asOf}
          actionFor={({ row, withdrawnAt }) =>
            withdrawnAt === null &&
            manageable.has(row.unitId) &&
            !isByOwnHand(row.kind, row.role) && (
              <Link
                href={`/people/${person.handle}/places/${row.id}`}
                className="link text-sm"
                aria-label={`End or correct: ${row.unitName}`}
              >
                End or correct
              </Link>
            )
          }
        />
      </Section>
      {powers.canRecordDeparture && (
        <Section title={person.leftOn ? 'Leaving' : 'Leaves the company'}>
          {!person.leftOn && <HandsOver places={current} asOf={asOf} />}
          <DepartureForm person={person} today={asOf.today} />
        </Section>
      )}
    </>
  );
}

/** Somebody must take over what this person leads. */
function HandsOver({ places, asOf }: { places: readonly PlaceRecord[]; asOf: AsOf }) {
  const led = places.filter(isLeading);
  if (led.length === 0) return null;
  return (
    <div className="mb-4 text-sm">
      <p className="text-muted">Needs another lead from that day on:</p>
      <ul className="mt-1 space-y-0.5">
        {led.map((place) => (
          <li key={place.id}>
            <UnitName
              unit={{ slug: place.slug, name: place.unitName, kind: place.kind }}
              asOf={asOf}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

const lastHome = (places: readonly PlaceRecord[]) =>
  places.find(({ isPrimary }) => isPrimary) ?? null;
