import { listMeetupsOfUnit } from '@/features/meetups/queries';
import { MeetupList } from '@/features/meetups/ui/meetup-list';
import type { AsOf } from '@/features/org/as-of';
import type { UnitPage } from '@/features/org/unit-page/queries';
import {
  listSquadTechniques,
  listWordAwaited,
} from '@/features/techniques/propagation/squads/queries';
import { SquadTechniques } from '@/features/techniques/propagation/ui/squad-techniques';
import { listWorkingGroupsOfUnit } from '@/features/working-groups/queries';
import { GroupList } from '@/features/working-groups/ui/group-list';
import type { Context } from '@/foundation/context';
import { Section } from '@/ui/section';

type UnitWorkProps = { ctx: Context; unit: UnitPage; asOf: AsOf };

/** What a unit knows, tries and meets about: put together here, for those features do not know each other. */
export async function UnitWork(props: UnitWorkProps) {
  const { kind } = props.unit;
  if (kind === 'SQUAD') return <SquadWork {...props} />;
  if (kind === 'GUILD' || kind === 'SUBGUILD') return <GuildWork {...props} />;
  return null;
}

async function SquadWork({ ctx, unit, asOf }: UnitWorkProps) {
  const isToday = asOf.tense === 'today';
  const [techniques, awaited, groups] = await Promise.all([
    listSquadTechniques(ctx, unit.id, asOf.day),
    isToday ? listWordAwaited(ctx, unit.id) : [],
    listWorkingGroupsOfUnit(ctx, unit.id),
  ]);
  return (
    <>
      <Section title="What it knows and is trying">
        <SquadTechniques
          squadName={unit.name}
          techniques={techniques}
          awaited={awaited}
          today={asOf.today}
        />
      </Section>
      {groups.length > 0 && isToday && (
        <Section title="Working groups with people of this squad">
          <GroupList groups={groups} />
        </Section>
      )}
    </>
  );
}

async function GuildWork({ ctx, unit, asOf }: UnitWorkProps) {
  if (asOf.tense !== 'today') return null;
  const [{ upcoming, past }, groups] = await Promise.all([
    listMeetupsOfUnit(ctx, unit.id),
    listWorkingGroupsOfUnit(ctx, unit.id),
  ]);
  const timeZone = ctx.actor.timeZone;
  return (
    <>
      {upcoming.length > 0 && (
        <Section title="Next meetups">
          <MeetupList meetups={upcoming} timeZone={timeZone} />
        </Section>
      )}
      {past.length > 0 && (
        <Section title="Recent meetups">
          <MeetupList meetups={past} timeZone={timeZone} />
        </Section>
      )}
      {groups.length > 0 && (
        <Section title="Working groups">
          <GroupList groups={groups} />
        </Section>
      )}
    </>
  );
}
