import type { Context } from '@/foundation/context';
import { addDays } from '@/foundation/days';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Day } from '@/ui/time';
import { type AsOf, addressOn } from '../as-of';
import type { PersonPage } from '../person-page/queries';
import { LocalTime } from './local-time';

/** Who somebody is and how to reach them. */
export function PersonHeader({
  ctx,
  person,
  asOf,
}: {
  ctx: Context;
  person: PersonPage;
  asOf: AsOf;
}) {
  const hasLeft = person.leftOn !== null && person.leftOn <= asOf.day;
  return (
    <PageHeader
      crumbs={[{ href: addressOn('/people', asOf), label: 'People' }]}
      kicker={
        <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          {!hasLeft && (
            <span>
              <LocalTime now={ctx.now} timeZone={person.timeZone} />
            </span>
          )}
          {person.email && !hasLeft && (
            <a href={`mailto:${person.email}`} className="link">
              {person.email}
            </a>
          )}
          {person.leftOn && (
            <Badge tone="notice">
              {hasLeft ? 'Left; last day ' : 'Leaves; last day '}
              <Day day={addDays(person.leftOn, -1)} />
            </Badge>
          )}
          {person.startedOn && person.startedOn > asOf.day && (
            <Badge tone="notice">
              Starts on <Day day={person.startedOn} />
            </Badge>
          )}
        </span>
      }
      title={person.name}
      lead={person.headline || undefined}
      actions={
        person.canEdit && (
          <ButtonLink href={`/people/${person.handle}/edit`}>Edit this profile</ButtonLink>
        )
      }
    />
  );
}
