import type { Context } from '@/foundation/context';
import { formatDay } from '@/foundation/days';
import { PAGE_SIZE } from '@/foundation/pagination';
import { EmptyState } from '@/ui/empty-state';
import { Pagination } from '@/ui/pagination';
import { Section } from '@/ui/section';
import type { AsOf } from '../as-of';
import { listUnits, type UnitLine } from '../map/queries';
import { listCrossings, type UnitPage } from '../unit-page/queries';
import { CrossingTable } from './crossing-table';
import { SizeStrip } from './size-strip';
import { UnitTable } from './unit-table';

type UnitPartsProps = { ctx: Context; unit: UnitPage; asOf: AsOf; after?: string };

/** What stands within a unit: squads and chapters of a tribe, parts of a guild. */
export async function UnitParts(props: UnitPartsProps) {
  const { kind } = props.unit;
  if (kind === 'TRIBE') return <TribeParts {...props} />;
  if (kind === 'GUILD' || kind === 'SUBGUILD') return <GuildParts {...props} />;
  return null;
}

async function TribeParts({ ctx, unit, asOf, after }: UnitPartsProps) {
  const query = { parentId: unit.id, size: PAGE_SIZE };
  const [squads, chapters, groups, crossings] = await Promise.all([
    listUnits(ctx, asOf, { kinds: ['SQUAD'], after, ...query }),
    listUnits(ctx, asOf, { kinds: ['CHAPTER'], ...query }),
    listUnits(ctx, asOf, { kinds: ['WORKING_GROUP'], ...query }),
    listCrossings(ctx, unit.id, asOf),
  ]);
  return (
    <>
      <Section title="Squads">
        {squads.items.length === 0 ? (
          <EmptyState title="No squads on this day" />
        ) : (
          <div className="grid gap-6 md:grid-cols-[1fr_auto] md:items-start">
            <UnitTable caption={`Squads of ${unit.name}`} units={squads.items} asOf={asOf} />
            <SizeStrip squads={squads.items} asOf={asOf} />
          </div>
        )}
        <More unit={unit} asOf={asOf} nextCursor={squads.nextCursor} after={after} />
      </Section>
      {chapters.items.length > 0 && squads.items.length > 0 && (
        <Section
          title="Squads by chapters"
          note="Each number is the people of a squad who are in a chapter."
        >
          <CrossingTable
            tribe={unit}
            squads={squads.items}
            chapters={chapters.items}
            crossings={crossings}
            asOf={asOf}
          />
        </Section>
      )}
      {chapters.items.length > 0 && (
        <Section title="Chapters">
          <UnitTable caption={`Chapters of ${unit.name}`} units={chapters.items} asOf={asOf} />
        </Section>
      )}
      <Groups units={groups.items} asOf={asOf} />
    </>
  );
}

async function GuildParts({ ctx, unit, asOf, after }: UnitPartsProps) {
  const query = { parentId: unit.id, size: PAGE_SIZE };
  const [parts, groups] = await Promise.all([
    listUnits(ctx, asOf, { kinds: ['SUBGUILD'], after, ...query }),
    listUnits(ctx, asOf, { kinds: ['WORKING_GROUP'], ...query }),
  ]);
  return (
    <>
      {parts.items.length > 0 && (
        <Section title="Sub-guilds" note="Joining a sub-guild joins what it is a part of.">
          <UnitTable caption={`Sub-guilds of ${unit.name}`} units={parts.items} asOf={asOf} />
          <More unit={unit} asOf={asOf} nextCursor={parts.nextCursor} after={after} />
        </Section>
      )}
      <Groups units={groups.items} asOf={asOf} />
    </>
  );
}

function Groups({ units, asOf }: { units: readonly UnitLine[]; asOf: AsOf }) {
  if (units.length === 0) return null;
  return (
    <Section title="Working groups">
      <UnitTable caption="Working groups" units={units} asOf={asOf} />
    </Section>
  );
}

function More({
  unit,
  asOf,
  nextCursor,
  after,
}: {
  unit: UnitPage;
  asOf: AsOf;
  nextCursor: string | null;
  after?: string;
}) {
  return (
    <Pagination
      basePath={`/org/${unit.slug}`}
      cursorName="units"
      query={{ on: asOf.tense === 'today' ? undefined : formatDay(asOf.day) }}
      nextCursor={nextCursor}
      isFirst={after === undefined}
    />
  );
}
