import type { ReactNode } from 'react';

/** A quiet remark that deserves to be read before what follows. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div className="mb-6 max-w-[75ch] rounded-md bg-notice px-3.5 py-2 text-sm text-notice-ink">
      {children}
    </div>
  );
}
