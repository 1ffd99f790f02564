import { listInWords } from '../../list-in-words';
import { PersonLink, SquadLink } from '../../ui/squad-link';
import type { PersonToAsk } from '../people-to-ask';
import { standings } from './words';

const SHOWN = 12;

/** Those still here who know it, and how they came to know it. */
export function PeopleToAsk({ people }: { people: PersonToAsk[] }) {
  const [first, more] = [people.slice(0, SHOWN), people.slice(SHOWN)];
  return (
    <>
      <PeopleList people={first} />
      {more.length > 0 && (
        <details className="mt-3">
          <summary className="text-sm text-accent">And {more.length} more</summary>
          <div className="mt-3">
            <PeopleList people={more} />
          </div>
        </details>
      )}
    </>
  );
}

function PeopleList({ people }: { people: PersonToAsk[] }) {
  return (
    <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
      {people.map(({ person, squadToday, ways }) => (
        <li key={person.handle}>
          <p>
            <PersonLink person={person} />
            {squadToday && (
              <span className="text-muted">
                , <SquadLink squad={squadToday} />
              </span>
            )}
          </p>
          <p className="text-sm text-muted">{waysInWords(ways)}</p>
        </li>
      ))}
    </ul>
  );
}

function waysInWords(ways: PersonToAsk['ways']): string {
  const text = listInWords([...new Set(ways.map(wayInWords))]);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function wayInWords({ how, squad, state }: PersonToAsk['ways'][number]): string {
  switch (how) {
    case 'WROTE':
      return 'wrote it down';
    case 'PRESENTED':
      return 'presented it';
    case 'MEASURED':
      return `measured it in ${squad.name}`;
    case 'TRIED':
      return `wrote down what was tried in ${squad.name}`;
    case 'MOVED':
      return `spoke for ${squad.name}${state ? ` (${standings[state].toLowerCase()})` : ''}`;
  }
}
