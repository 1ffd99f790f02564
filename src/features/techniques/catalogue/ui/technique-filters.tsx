import { buttonClasses } from '@/ui/button';
import { Link } from '@/ui/link';
import { stages } from '../../stage';
import { stageNames } from '../../ui/stage-badge';
import type { FilterUnit, FilterUnits } from '../queries';
import type { TechniqueFilter } from '../schema';

/** Above this a list of choices is no help; the name is typed instead. */
const CHOICES_MAX = 150;

/** Filters as a plain form: what is chosen stands in the address. */
export function TechniqueFilters({
  filter,
  units,
}: {
  filter: TechniqueFilter;
  units: FilterUnits;
}) {
  const isFiltered = [filter.q, filter.stage, filter.from, filter.usedBy].some(Boolean);
  return (
    <form
      action="/techniques"
      className="no-print mb-6 flex flex-wrap items-end gap-x-4 gap-y-3"
      aria-label="Filter techniques"
    >
      <label className="min-w-40 flex-1 basis-52 text-sm">
        <span className="mb-1 block font-medium">Words</span>
        <input type="search" name="q" defaultValue={filter.q} className={controlClasses} />
      </label>
      <label className="min-w-32 flex-1 basis-36 text-sm">
        <span className="mb-1 block font-medium">Stage</span>
        <select name="stage" defaultValue={filter.stage ?? ''} className={controlClasses}>
          <option value="">Any</option>
          {stages.map((stage) => (
            <option key={stage} value={stage}>
              {stageNames[stage]}
            </option>
          ))}
        </select>
      </label>
      <UnitFilter name="from" label="From" chosen={filter.from} units={units.origins} />
      <UnitFilter name="usedBy" label="In use by" chosen={filter.usedBy} units={units.users} />
      <div className="flex gap-2">
        <button type="submit" className={buttonClasses()}>
          Filter
        </button>
        {isFiltered && (
          <Link href="/techniques" className={buttonClasses({ look: 'quiet' })}>
            Clear
          </Link>
        )}
      </div>
    </form>
  );
}

const controlClasses =
  'w-full min-h-9 rounded-md border border-line-strong bg-raised px-2.5 py-1.5 text-base sm:text-[0.9375rem]';

type UnitProps = { name: string; label: string; chosen?: string; units: FilterUnit[] };

function UnitFilter({ name, label, chosen, units }: UnitProps) {
  const [tribes, squads] = [ofKind(units, 'TRIBE'), ofKind(units, 'SQUAD')];
  return (
    <div className="min-w-36 flex-1 basis-40 text-sm">
      <label htmlFor={`filter-${name}`} className="mb-1 block font-medium">
        {label}
      </label>
      {units.length > CHOICES_MAX ? (
        <input
          id={`filter-${name}`}
          name={name}
          defaultValue={chosen}
          placeholder="address of a squad"
          className={controlClasses}
        />
      ) : (
        <select
          id={`filter-${name}`}
          name={name}
          defaultValue={chosen ?? ''}
          className={controlClasses}
        >
          <option value="">Any squad</option>
          <Options label="Tribes" units={tribes} />
          <Options label="Squads" units={squads} />
        </select>
      )}
    </div>
  );
}

function Options({ label, units }: { label: string; units: FilterUnit[] }) {
  if (units.length === 0) return null;
  return (
    <optgroup label={label}>
      {units.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}

const ofKind = (units: FilterUnit[], kind: FilterUnit['kind']) =>
  units.filter((unit) => unit.kind === kind);
