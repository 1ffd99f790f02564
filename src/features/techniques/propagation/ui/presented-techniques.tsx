import { Link } from '@/ui/link';
import { SquadLink } from '../../ui/squad-link';
import type { PresentedTechnique } from '../squads/queries';

/** What was presented on a meetup date, each leading on to its journey. */
export function PresentedTechniques({ techniques }: { techniques: PresentedTechnique[] }) {
  return (
    <ul className="space-y-3">
      {techniques.map(({ id, slug, title, summary, presenter, ...origin }) => (
        <li key={id}>
          <Link href={`/techniques/${slug}`} className="link font-medium">
            {title}
          </Link>
          <span className="block text-sm text-muted">
            <SquadLink squad={{ slug: origin.originSquadSlug, name: origin.originSquadName }} />
            {presenter && `, presented by ${presenter}`}
          </span>
          {summary && <p className="mt-0.5 max-w-[70ch] text-[0.9375rem]">{summary}</p>}
        </li>
      ))}
    </ul>
  );
}
