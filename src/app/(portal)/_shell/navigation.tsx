'use client';

import { usePathname } from 'next/navigation';
import { Link } from '@/ui/link';
import { places } from './places';

/** The main places; the one that holds the present page is marked. */
export function Navigation() {
  const path = usePathname();
  const isCurrent = (href: string) => (href === '/' ? path === '/' : path.startsWith(href));
  return (
    <nav aria-label="Main">
      <ul className="space-y-0.5">
        {places.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} aria-current={isCurrent(href) ? 'page' : undefined} className="place">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
