import { Button } from '@/ui/button';
import { Link } from '@/ui/link';
import { addressOf } from '@/ui/pagination';
import type { FilterOption } from '../directory/queries';
import type { DirectoryQuery } from '../people/schema';
import type { UnitKind } from '../schema';
import { FilterField, FilterSelect } from './filters';

type DirectoryFiltersProps = {
  query: DirectoryQuery;
  options: readonly FilterOption[];
  on?: string;
};

/** Narrows the directory down; sent without JavaScript too, and the address says by what. */
export function DirectoryFilters({ query, options, on }: DirectoryFiltersProps) {
  const of = (...kinds: UnitKind[]) =>
    options
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ slug, name }) => ({ value: slug, label: name }));
  const selects = [
    { name: 'tribe', label: 'Tribe', emptyLabel: 'Any tribe', options: of('TRIBE') },
    { name: 'squad', label: 'Squad', emptyLabel: 'Any squad', options: of('SQUAD') },
    { name: 'chapter', label: 'Chapter', emptyLabel: 'Any chapter', options: of('CHAPTER') },
    { name: 'guild', label: 'Guild', emptyLabel: 'Any guild', options: of('GUILD', 'SUBGUILD') },
  ] as const;
  const isNarrowed = Object.values(query).some(Boolean);
  return (
    <form
      action="/people"
      className="no-print mb-6 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      {on && <input type="hidden" name="on" value={on} />}
      {query.text && <input type="hidden" name="text" value={query.text} />}
      {selects
        .filter((select) => select.options.length > 0 || query[select.name])
        .map((select) => (
          <FilterSelect
            key={select.name}
            {...select}
            options={withChosen(select.options, query[select.name])}
            defaultValue={query[select.name]}
          />
        ))}
      <FilterField name="skill" label="Skill" defaultValue={query.skill} />
      <Button type="submit">Narrow down</Button>
      {isNarrowed && (
        <Link href={addressOf('/people', { on })} className="link self-center text-sm">
          Show everybody
        </Link>
      )}
    </form>
  );
}

/** A choice that came by the address stays visible, even when the list is too long to hold it. */
function withChosen(options: { value: string; label: string }[], chosen: string | undefined) {
  const isListed = !chosen || options.some(({ value }) => value === chosen);
  return isListed ? options : [{ value: chosen, label: chosen }, ...options];
}
