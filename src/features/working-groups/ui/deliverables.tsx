import { Badge } from '@/ui/badge';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import { warrantyEndsOn } from '../deliverable';
import type { DeliverableView } from '../deliverables/queries';
import type { GroupView } from '../group/queries';
import { deliverableKindNames, deliverableStateNames } from '../names';

type Props = {
  deliverables: GroupView['deliverables'];
  today: Date;
  /** Where one is changed, by those who may. */
  addressOf: (deliverable: DeliverableView) => string;
};

/** What a group hands over: state, who looks after it, and every step it took. */
export function Deliverables({ deliverables, today, addressOf }: Props) {
  return (
    <ol className="-mt-3 divide-y divide-line border-b border-line">
      {deliverables.map((deliverable, index) => (
        <li key={deliverable.id} className="grid grid-cols-[1.75rem_minmax(0,1fr)] py-4">
          <span className="text-muted tabular-nums">{index + 1}.</span>
          <DeliverableEntry
            deliverable={deliverable}
            today={today}
            address={deliverable.canMove ? addressOf(deliverable) : null}
          />
        </li>
      ))}
    </ol>
  );
}

type EntryProps = { deliverable: DeliverableView; today: Date; address: string | null };

function DeliverableEntry({ deliverable, today, address }: EntryProps) {
  const { kind, title, description, version, url, state, since } = deliverable;
  const isOpen = state === 'DRAFT' || state === 'REVIEW';
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3>
          {url ? (
            <a href={url} className="link">
              {title}
            </a>
          ) : (
            title
          )}
        </h3>
        <Badge tone={isOpen || state === 'DEPRECATED' ? 'neutral' : 'accent'}>
          {deliverableStateNames[state]}
        </Badge>
      </div>
      <p className="mt-0.5 text-sm text-muted">
        {deliverableKindNames[kind]}, version {version} ·{' '}
        <Timing deliverable={deliverable} isOpen={isOpen} today={today} />
        {state === 'WARRANTY' && since && (
          <>
            {' '}
            · its authors help until <Day day={warrantyEndsOn(since)} />
          </>
        )}
      </p>
      {description && <p className="mt-2 max-w-[70ch] whitespace-pre-line">{description}</p>}
      <Owner deliverable={deliverable} />
      <Steps deliverable={deliverable} />
      {address && (
        <p className="no-print mt-2 text-sm">
          <Link href={address} className="link" aria-label={`Change or move on: ${title}`}>
            Change or move on
          </Link>
        </p>
      )}
    </div>
  );
}

function Timing({
  deliverable,
  isOpen,
  today,
}: {
  deliverable: DeliverableView;
  isOpen: boolean;
  today: Date;
}) {
  const { dueOn, since } = deliverable;
  if (isOpen) {
    return (
      <>
        {dueOn < today ? 'was due ' : 'due '}
        <Day day={dueOn} />
      </>
    );
  }
  return since ? (
    <>
      since <Day day={since} />
    </>
  ) : null;
}

function Owner({ deliverable: { owner, ownerSquadSlug } }: { deliverable: DeliverableView }) {
  return (
    <p className="mt-1 text-sm">
      {owner ? (
        <>
          Looked after by{' '}
          <Link href={`/org/${ownerSquadSlug}`} className="link">
            {owner.name}
          </Link>
          {!owner.exists && ' (no longer exists)'}
        </>
      ) : (
        <span className="text-muted">No squad looks after it yet.</span>
      )}
    </p>
  );
}

function Steps({ deliverable: { steps, title } }: { deliverable: DeliverableView }) {
  return (
    <details className="mt-2 text-sm">
      <summary className="link inline">
        Its steps<span className="sr-only"> of {title}</span> ({steps.length})
      </summary>
      <ol className="mt-1.5 grid gap-1">
        {steps.map(({ id, to, occurredOn, recordedBy, note }) => (
          <li key={id}>
            {deliverableStateNames[to]}, <Day day={occurredOn} />
            {recordedBy && `, recorded by ${recordedBy}`}
            {note && `: ${note}`}
          </li>
        ))}
      </ol>
    </details>
  );
}
