'use client';

import { useField } from '@/ui/form/state';

type Tickable = { id: string; title: string; note: string };

/** Pages to choose from, all of them chosen at first. */
export function PageTicks({ pages }: { pages: readonly Tickable[] }) {
  const { value, key, error } = useField(
    'pageIds',
    pages.map(({ id }) => id),
  );
  const ticked = [value].flat();
  return (
    <fieldset className="mb-4">
      <legend className="mb-1 text-sm font-medium">Pages to hand over</legend>
      {pages.map(({ id, title, note }) => (
        <label
          key={id}
          className="flex items-start gap-2.5 border-b border-line py-1.5 text-[0.9375rem]"
        >
          <input
            key={key}
            type="checkbox"
            name="pageIds[]"
            value={id}
            defaultChecked={ticked.includes(id)}
            className="mt-1 size-4 shrink-0 accent-(--accent)"
          />
          <span>
            {title}
            {note && <span className="block text-sm text-muted">{note}</span>}
          </span>
        </label>
      ))}
      {error && <p className="mt-1 text-sm text-danger">{error}</p>}
    </fieldset>
  );
}
