import type { ReactNode } from 'react';

/** One line of Today: what it is about, what is known, and what can be done about it. */
export function TodayItem({
  title,
  children,
  actions,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3.5 first:pt-0 last:border-0">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-serif text-[1.075rem] font-semibold leading-snug">{title}</p>
        {children && (
          <div className="mt-0.5 max-w-[68ch] text-[0.9375rem] text-muted">{children}</div>
        )}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </li>
  );
}
