import type { Context } from '@/foundation/context';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Day } from '@/ui/time';
import { UnitGlyph, unitKindName } from '@/ui/unit-glyph';
import { type AsOf, addressOn } from '../as-of';
import type { UnitPage } from '../unit-page/queries';
import { GuildMembershipForm } from './guild-membership-form';
import { LocalTime } from './local-time';

/** What a unit is, where it stands, since when, and what the reader may do. */
export function UnitHeader({ ctx, unit, asOf }: { ctx: Context; unit: UnitPage; asOf: AsOf }) {
  const isGuild = unit.kind === 'GUILD' || unit.kind === 'SUBGUILD';
  return (
    <PageHeader
      crumbs={[
        { href: addressOn('/org', asOf), label: 'Organisation' },
        ...unit.above.map(({ slug, name }) => ({
          href: addressOn(`/org/${slug}`, asOf),
          label: name,
        })),
      ]}
      kicker={
        <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <span className="flex items-baseline gap-1.5">
            <span>
              <UnitGlyph kind={unit.kind} />
            </span>
            {unitKindName(unit.kind)}
          </span>
          <Life unit={unit} asOf={asOf} />
          {unit.isPlatformTeam && <Badge tone="accent">ML Platform team</Badge>}
          {unit.timeZone && asOf.tense === 'today' && (
            <span>
              <LocalTime now={ctx.now} timeZone={unit.timeZone} />
            </span>
          )}
        </span>
      }
      title={unit.name}
      lead={unit.purpose || undefined}
      actions={
        <>
          {isGuild && unit.canJoin && unit.isThere && asOf.tense === 'today' && (
            <GuildMembershipForm unitId={unit.id} isMember={unit.own.includes('MEMBER')} />
          )}
          {unit.canManage && (
            <>
              <ButtonLink href={`/org/${unit.slug}/members`}>Change members</ButtonLink>
              <ButtonLink href={`/org/${unit.slug}/edit`}>Change this unit</ButtonLink>
            </>
          )}
        </>
      }
    />
  );
}

function Life({ unit: { validFrom, validTo }, asOf }: { unit: UnitPage; asOf: AsOf }) {
  if (validTo === null || (asOf.tense === 'past' && validTo > asOf.day)) {
    return (
      <span>
        {validFrom > asOf.today ? 'begins on ' : 'since '}
        <Day day={validFrom} />
      </span>
    );
  }
  return (
    <Badge tone="notice">
      {validTo > asOf.today ? 'ends on ' : 'ended on '}
      <Day day={validTo} />
    </Badge>
  );
}
