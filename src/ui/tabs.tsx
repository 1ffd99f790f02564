import { Link } from './link';

/** Parts of one page that each have an address of their own. */
export function Tabs({
  label,
  items,
}: {
  label: string;
  items: { href: string; label: string; isCurrent: boolean }[];
}) {
  return (
    <nav aria-label={label} className="no-print mb-6 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={item.isCurrent ? 'page' : undefined}
              className="block border-b-2 border-transparent py-2 text-sm text-muted hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
