import { Badge } from '@/ui/badge';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import { SquadLink } from '../../ui/squad-link';
import type { AttemptDetails } from '../queries';
import { outcomeNames } from './words';

/** What was tried, with why it came out so: the line a reader looks for before trying the same. */
export function AttemptLines({ attempts }: { attempts: AttemptDetails[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {attempts.map((attempt) => (
        <li key={attempt.id} className="py-3.5">
          <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
            <Link href={`/techniques/attempts/${attempt.id}`} className="link font-medium">
              {attempt.title}
            </Link>
            <Badge>{outcomeNames[attempt.outcome]}</Badge>
          </p>
          <p className="mt-1 max-w-[75ch] text-[0.9375rem]">{attempt.why}</p>
          {attempt.mayWorkWhen && (
            <p className="mt-0.5 max-w-[75ch] text-[0.9375rem] text-muted">
              May still work when: {attempt.mayWorkWhen}
            </p>
          )}
          <p className="mt-1 text-sm text-muted">
            <SquadLink squad={attempt.squad} />, <Day day={attempt.endedOn} />
          </p>
        </li>
      ))}
    </ul>
  );
}
