import type { ReactNode } from 'react';
import { classNames } from './class-names';

type Tone = 'neutral' | 'accent' | 'notice';

const tones: Record<Tone, string> = {
  neutral: 'border-line bg-sunken text-muted',
  accent: 'border-transparent bg-accent-soft text-accent',
  notice: 'border-transparent bg-notice text-notice-ink',
};

/** A short fact about the thing beside it: a state, a kind, a count. */
export function Badge({
  tone = 'neutral',
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 whitespace-nowrap rounded-full border px-2 py-px text-xs font-medium',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
