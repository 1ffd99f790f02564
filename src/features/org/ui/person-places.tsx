import type { Context } from '@/foundation/context';
import { holdsOn } from '@/foundation/days';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import type { AsOf } from '../as-of';
import { membershipHistory } from '../memberships/membership-history';
import { roleName } from '../memberships/roles';
import {
  getPersonPowers,
  listPlaceRecords,
  listWithdrawals,
  type PersonPage,
  type PlaceRecord,
} from '../person-page/queries';
import type { UnitKind } from '../schema';
import { chapterRemark } from '../unit-hierarchy';
import { UnitName } from './names';
import { PlaceHistory } from './place-history';
import { Remarks } from './remarks';

type PersonPlacesProps = { ctx: Context; person: PersonPage; asOf: AsOf };

/** Where somebody belongs on a day, and where they have belonged. */
export async function PersonPlaces({ ctx, person, asOf }: PersonPlacesProps) {
  const records = await listPlaceRecords(ctx, person.id, asOf);
  const current = records.filter((row) => row.supersededAt === null && holdsOn(row, asOf.day));
  const home = current.find(({ isPrimary }) => isPrimary) ?? null;
  const [withdrawals, powers] = await Promise.all([
    listWithdrawals(ctx, person.id),
    getPersonPowers(ctx, home?.unitId ?? null),
  ]);
  const history = membershipHistory(records).filter(
    ({ row }) => asOf.tense !== 'past' || row.validFrom <= asOf.day,
  );
  return (
    <>
      <Section
        title="Belongs to"
        actions={
          (powers.canMove || powers.canRecordDeparture) && (
            <ButtonLink size="small" href={`/people/${person.handle}/places`}>
              Change where {person.name} belongs
            </ButtonLink>
          )
        }
      >
        <CurrentPlaces current={current} asOf={asOf} />
        <div className="mt-3">
          <Remarks remarks={[remarkOnChapter(home, current)]} />
        </div>
      </Section>
      {history.length > 0 && (
        <Section
          title="History"
          note="The bars reach from the earliest day known, at the left, to the day you look at."
        >
          <PlaceHistory entries={history} withdrawals={withdrawals} asOf={asOf} />
        </Section>
      )}
    </>
  );
}

const GROUPS: { label: string; kinds: readonly UnitKind[] }[] = [
  { label: 'Squad', kinds: ['SQUAD'] },
  { label: 'Chapter', kinds: ['CHAPTER'] },
  { label: 'Tribe', kinds: ['TRIBE'] },
  { label: 'Guilds', kinds: ['GUILD', 'SUBGUILD'] },
  { label: 'Working groups', kinds: ['WORKING_GROUP'] },
];

function CurrentPlaces({ current, asOf }: { current: readonly PlaceRecord[]; asOf: AsOf }) {
  if (current.length === 0) return <EmptyState title="No place on this day" />;
  return (
    <dl className="grid gap-x-6 gap-y-2.5 sm:grid-cols-[8rem_1fr]">
      {GROUPS.map(({ label, kinds }) => {
        const places = current.filter(({ kind }) => kinds.includes(kind));
        if (places.length === 0) return null;
        return (
          <div key={label} className="contents">
            <dt className="text-sm text-muted sm:pt-px">{label}</dt>
            <dd className="space-y-0.5">
              {byUnit(places).map((rows) => (
                <PlaceLine key={rows[0]?.unitId} rows={rows} asOf={asOf} />
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function PlaceLine({ rows, asOf }: { rows: PlaceRecord[]; asOf: AsOf }) {
  const [first] = rows;
  if (!first) return null;
  const roles = rows.map(({ role }) => role).filter((role) => role !== 'MEMBER');
  const isBeside = first.kind === 'SQUAD' && !rows.some(({ isPrimary }) => isPrimary);
  return (
    <p>
      <UnitName unit={{ slug: first.slug, name: first.unitName, kind: first.kind }} asOf={asOf} />
      <span className="text-muted">
        {roles.length > 0 && `, ${roles.map((role) => roleName(role).toLowerCase()).join(', ')}`}
        {isBeside && ', beside the home squad'}
        {first.tribeName && first.kind !== 'TRIBE' && ` · ${first.tribeName}`}
      </span>
    </p>
  );
}

function byUnit(places: readonly PlaceRecord[]): PlaceRecord[][] {
  return [...Map.groupBy(places, ({ unitId }) => unitId).values()];
}

function remarkOnChapter(home: PlaceRecord | null, current: readonly PlaceRecord[]) {
  const placeOf = (row: PlaceRecord) => ({ name: row.unitName, tribeId: row.tribeId });
  const chapters = current.filter(({ kind }) => kind === 'CHAPTER').map(placeOf);
  return chapterRemark(home && placeOf(home), chapters);
}
