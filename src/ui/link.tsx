import type { ComponentProps } from 'react';

/**
 * A link within the portal. It is a plain anchor, which costs a page nothing to render or to wake
 * up; the shell follows a click on any of them without loading the document anew.
 */
export function Link(props: ComponentProps<'a'> & { href: string }) {
  return <a {...props} />;
}
