import { Link } from '@/ui/link';
import type { PersonName, Presence } from '../presence/queries';

/** Who was there once that is recorded, else who says they come. */
export function PresenceLists({ presence, hasBegun }: { presence: Presence; hasBegun: boolean }) {
  const { counts, coming, maybe, attended } = presence;
  if (counts.ATTENDED > 0) {
    return <Names title="Was there" people={attended} total={counts.ATTENDED} />;
  }
  const said = counts.YES + counts.MAYBE + counts.NO;
  if (said === 0) {
    return (
      <p className="text-sm text-muted">
        {hasBegun ? 'Nobody is recorded yet.' : 'Nobody has answered yet.'}
      </p>
    );
  }
  return (
    <div className="grid gap-5">
      <Names title={hasBegun ? 'Meant to come' : 'Coming'} people={coming} total={counts.YES} />
      {counts.MAYBE > 0 && <Names title="Maybe" people={maybe} total={counts.MAYBE} />}
      {counts.NO > 0 && <p className="text-sm text-muted">{counts.NO} cannot come.</p>}
    </div>
  );
}

function Names({ title, people, total }: { title: string; people: PersonName[]; total: number }) {
  return (
    <div>
      <h3 className="font-sans text-sm font-medium text-muted">
        {title} ({total})
      </h3>
      <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-1">
        {people.map(({ id, name, handle }) => (
          <li key={id}>
            <Link href={`/people/${handle}`} className="hover:underline">
              {name}
            </Link>
          </li>
        ))}
        {total > people.length && <li className="text-muted">and {total - people.length} more</li>}
      </ul>
    </div>
  );
}
