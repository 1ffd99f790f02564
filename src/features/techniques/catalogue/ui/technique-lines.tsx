import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import { listInWords } from '../../list-in-words';
import { StageBadge } from '../../ui/stage-badge';
import type { TechniqueLine } from '../queries';

const NAMES_MAX = 3;

/** Techniques in a list: what each is, whose it is, and how far it has come. */
export function TechniqueLines({
  techniques,
  today,
}: {
  techniques: TechniqueLine[];
  today: Date;
}) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {techniques.map((technique) => (
        <li key={technique.id} className="py-5">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <h2 className="text-[1.1875rem]">
              <Link href={`/techniques/${technique.slug}`} className="hover:underline">
                {technique.title}
              </Link>
            </h2>
            <StageBadge stage={technique.stage} />
          </div>
          {technique.summary && <p className="mt-1 max-w-[75ch]">{technique.summary}</p>}
          <p className="mt-1.5 text-sm text-muted">
            <Link href={`/org/${technique.originSquadSlug}`} className="hover:underline">
              {technique.originSquadName}
            </Link>
            , solved <Day day={technique.originOn} />
            {reachInWords(technique)} · last news{' '}
            <Day day={dayOnly(technique.updatedAt)} today={today} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function reachInWords({ usedBy, tryingCount }: TechniqueLine): string {
  const shown = usedBy.length > NAMES_MAX ? usedBy.slice(0, NAMES_MAX - 1) : usedBy;
  const rest = usedBy.length - shown.length;
  const names = listInWords(rest > 0 ? [...shown, `${rest} more`] : shown);
  const squads = tryingCount === 1 ? '1 squad' : `${tryingCount} squads`;
  return [names && ` · in use by ${names}`, tryingCount > 0 && ` · ${squads} looking or trying`]
    .filter(Boolean)
    .join('');
}

const dayOnly = (instant: Date) => new Date(instant.toISOString().slice(0, 10));
