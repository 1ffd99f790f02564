import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';

/** Stands in place of a form that the reader may not send. */
export function OnlyLeads({
  title,
  back,
}: {
  title: string;
  back: { href: string; label: string };
}) {
  return (
    <EmptyState title={title} action={<ButtonLink href={back.href}>{back.label}</ButtonLink>}>
      Ask somebody who leads it, or an administrator.
    </EmptyState>
  );
}
