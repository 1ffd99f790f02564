'use client';

import { usePathname } from 'next/navigation';
import { Link } from '@/ui/link';
import { places } from './places';

/** The main places; the one that holds the present page is marked. */
export function Navigation({ className }: { className?: string }) {
  const path = usePathname();
  const isCurrent = (href: string) => (href === '/' ? path === '/' : path.startsWith(href));
  return (
    <nav aria-label="Main" className={className}>
      <ul className="space-y-0.5">
        {places.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isCurrent(href) ? 'page' : undefined}
              className="block rounded-md px-3 py-1.5 text-[0.9375rem] text-muted hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
