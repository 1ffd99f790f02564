import type { ReactNode } from 'react';
import { classNames } from './class-names';

type NoticeProps = { className?: string; children: ReactNode };

/** A quiet remark that deserves to be read before what follows. */
export function Notice({ className, children }: NoticeProps) {
  return (
    <div
      className={classNames(
        'mb-6 max-w-[75ch] rounded-md bg-notice px-3.5 py-2 text-sm text-notice-ink',
        className,
      )}
    >
      {children}
    </div>
  );
}
