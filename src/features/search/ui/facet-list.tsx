import { Link } from '@/ui/link';

export type FacetChoice = { label: string; count: number; href: string; isChosen: boolean };

/** The values one facet can take with how much each would leave, as links: they work without JavaScript. */
export function FacetList({ title, choices }: { title: string; choices: FacetChoice[] }) {
  if (choices.length === 0) return null;
  return (
    <section>
      <h2 className="mb-1 text-sm font-semibold">{title}</h2>
      <ul>
        {choices.map(({ label, count, href, isChosen }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isChosen ? 'true' : undefined}
              className="flex justify-between gap-3 rounded px-2 py-1 text-sm text-muted hover:bg-sunken hover:text-ink aria-[current=true]:bg-accent-soft aria-[current=true]:font-medium aria-[current=true]:text-ink"
            >
              <span className="min-w-0 break-words">
                {label}
                {isChosen && <span className="sr-only"> (chosen; open to take it off)</span>}
              </span>
              <span className="tabular-nums">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
