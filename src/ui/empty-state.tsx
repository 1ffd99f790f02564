import type { ReactNode } from 'react';

/** What stands where there is nothing yet: what would be here, why it is worth it, one thing to do. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="rounded-lg border border-dashed border-line-strong px-5 py-6">
      <p className="font-serif text-lg font-semibold">{title}</p>
      {children && <div className="mt-1 max-w-[60ch] text-muted">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
