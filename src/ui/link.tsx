import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/** A link within the portal. It prefetches nothing: a page with a hundred links is common here. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
