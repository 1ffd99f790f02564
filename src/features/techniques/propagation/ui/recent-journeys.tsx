import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import type { RecentStep } from '../squads/queries';
import { deeds } from './words';

/** The latest that squads said about techniques, across the guild. */
export function RecentJourneys({ steps, today }: { steps: RecentStep[]; today: Date }) {
  return (
    <ul className="space-y-2.5">
      {steps.map(({ slug, title, squadName, squadSlug, to, on }) => (
        <li key={`${slug} ${squadSlug} ${to} ${on.getTime()}`}>
          <Link href={`/techniques/${slug}`} className="link font-medium">
            {title}
          </Link>
          <span className="block text-sm text-muted">
            <Link href={`/org/${squadSlug}`} className="hover:underline">
              {squadName}
            </Link>{' '}
            {deeds[to]}, <Day day={on} today={today} />
          </span>
        </li>
      ))}
    </ul>
  );
}
