import { type ReactNode, useId } from 'react';

/** A titled part of a page. */
export function Section({
  title,
  note,
  actions,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-10">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line pb-1.5">
        <h2 id={id}>{title}</h2>
        {actions && <div className="no-print flex flex-wrap gap-2 text-sm">{actions}</div>}
      </div>
      {note && <p className="mb-3 max-w-[70ch] text-sm text-muted">{note}</p>}
      {children}
    </section>
  );
}
