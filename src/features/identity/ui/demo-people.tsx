import { Button } from '@/ui/button';
import { Pagination } from '@/ui/pagination';
import { signInAsDemoPersonAction } from '../actions';
import type { DemoPerson } from '../demo/queries';

type DemoPeopleProps = {
  people: DemoPerson[];
  nextCursor: string | null;
  isFirst: boolean;
  search: string;
  from: string;
};

/** The demo guild's people, each with a button that signs in. */
export function DemoPeople({ people, nextCursor, isFirst, search, from }: DemoPeopleProps) {
  return (
    <>
      <SearchPeople search={search} from={from} />
      {people.length === 0 && (
        <p className="text-muted">
          {search ? `Nobody matches “${search}”.` : 'No people have been loaded yet.'}
        </p>
      )}
      {people.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {people.map((person) => (
            <li key={person.id} className="flex items-center justify-between gap-4 py-2">
              <div className="min-w-0">
                <p className="font-medium leading-snug">{person.name}</p>
                <p className="text-sm text-muted">
                  {[person.headline, person.squad, person.isAdministrator && 'administrator']
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              <form action={signInAsDemoPersonAction} className="shrink-0">
                <input type="hidden" name="personId" value={person.id} />
                <input type="hidden" name="from" value={from} />
                <Button type="submit" size="small" aria-label={`Sign in as ${person.name}`}>
                  Sign in
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        basePath="/sign-in"
        query={{ from: from === '/' ? undefined : from, search: search || undefined }}
        nextCursor={nextCursor}
        isFirst={isFirst}
        label="Show more people"
      />
    </>
  );
}

function SearchPeople({ search, from }: { search: string; from: string }) {
  return (
    <search>
      <form method="get" action="/sign-in" className="mb-4 flex gap-2">
        {from !== '/' && <input type="hidden" name="from" value={from} />}
        <label htmlFor="demo-search" className="sr-only">
          Find a person by name, role or squad
        </label>
        <input
          id="demo-search"
          name="search"
          type="search"
          defaultValue={search}
          placeholder="Name, role or squad"
          className="w-full min-w-0 rounded-md border border-line-strong bg-raised px-3 py-1.5"
        />
        <Button type="submit">Find</Button>
      </form>
    </search>
  );
}
