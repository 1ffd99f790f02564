import { Search } from 'lucide-react';

/** Search from every page: a plain form, which the palette takes over where there is JavaScript. */
export function SearchBox() {
  return (
    <search className="min-w-0 flex-1">
      <form action="/search" className="relative max-w-xl">
        <Search
          aria-hidden
          className="pointer-events-none absolute left-3 top-2.5 size-4 text-muted"
        />
        <input
          type="search"
          name="q"
          id="portal-search"
          aria-label="Search everything"
          aria-keyshortcuts="/"
          placeholder="Has anyone here solved this?"
          autoComplete="off"
          className="h-9 w-full rounded-md border border-line-strong bg-raised pl-9 pr-10 text-base text-ellipsis placeholder:text-muted sm:text-sm"
        />
        <kbd
          aria-hidden
          className="pointer-events-none absolute right-2.5 top-2 hidden rounded border border-line px-1.5 font-mono text-xs leading-5 text-muted sm:block"
        >
          /
        </kbd>
      </form>
    </search>
  );
}
