import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import type { GroupView } from '../group/queries';

/** From when to when, how one sees that it is done, who sponsors it, and where it belongs. */
export function GroupFacts({ group }: { group: GroupView }) {
  return (
    <dl className="mb-10 text-[0.9375rem] [&_dd]:mb-3 [&_dt]:text-sm [&_dt]:text-muted">
      <dt>Works</dt>
      <dd>
        <Day day={group.startsOn} /> to <Day day={group.plannedEndOn} />
        {group.extendedTo && group.extendedOn && (
          <span className="mt-1 block">
            Extended on <Day day={group.extendedOn} /> to <Day day={group.extendedTo} />:{' '}
            {group.extensionReason}
          </span>
        )}
        {group.endedOn && (
          <span className="mt-1 block">
            {group.state === 'CLOSED' ? 'Closed' : 'Disbanded'} on <Day day={group.endedOn} />
            {group.endReason && `: ${group.endReason}`}
          </span>
        )}
      </dd>
      {group.exitTest && (
        <>
          <dt>How one sees that it is done</dt>
          <dd className="whitespace-pre-line">{group.exitTest}</dd>
        </>
      )}
      <dt>Sponsor</dt>
      <dd>
        {group.sponsorHandle ? (
          <Link href={`/people/${group.sponsorHandle}`} className="link">
            {group.sponsorName}
          </Link>
        ) : (
          'Nobody yet'
        )}
      </dd>
      {group.parentSlug && (
        <>
          <dt>Belongs to</dt>
          <dd>
            <Link href={`/org/${group.parentSlug}`} className="link">
              {group.parentName}
            </Link>
          </dd>
        </>
      )}
      {group.checkpoints.length > 0 && (
        <>
          <dt>Checkpoints held</dt>
          <dd>
            <ol className="grid gap-1.5">
              {group.checkpoints.map(({ week, heldOn, note }) => (
                <li key={week}>
                  Week {week}, <Day day={heldOn} />: {note}
                </li>
              ))}
            </ol>
          </dd>
        </>
      )}
    </dl>
  );
}
