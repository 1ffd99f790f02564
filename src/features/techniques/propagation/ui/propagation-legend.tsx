import type { Ending, Phase } from '../propagation-tree';

export const strokes: Record<Phase, { className: string; width: number; dash?: string }> = {
  considering: { className: 'stroke-muted', width: 1.5, dash: '1.5 4' },
  trying: { className: 'stroke-accent', width: 2 },
  using: { className: 'stroke-accent', width: 5 },
  resting: { className: 'stroke-line-strong', width: 1.5, dash: '6 5' },
};

export function EndShape({ ending }: { ending: Exclude<Ending, 'goes-on'> }) {
  const classes = 'fill-paper stroke-ink [stroke-width:1.75]';
  switch (ending) {
    case 'declined':
      return <circle r={5.5} className={classes} />;
    case 'discontinued':
      return <rect x={-5} y={-5} width={10} height={10} className={classes} />;
    case 'superseded':
      return <path d="M0-7 7 0 0 7-7 0Z" className={classes} />;
    case 'paused':
      return <path d="M-2.5-5.5v11M2.5-5.5v11" className="stroke-ink [stroke-width:2.5]" />;
  }
}

export function Legend() {
  return (
    <figcaption className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5 text-[0.8125rem] text-muted">
      <Stroke phase="considering" label="sees a use, assessing" />
      <Stroke phase="trying" label="trying" />
      <Stroke phase="using" label="in production" />
      {(['paused', 'declined', 'discontinued', 'superseded'] as const).map((ending) => (
        <span key={ending} className="inline-flex items-center gap-1.5">
          <svg viewBox="-8 -8 16 16" className="size-4" aria-hidden>
            <EndShape ending={ending} />
          </svg>
          {endingNames[ending]}
        </span>
      ))}
    </figcaption>
  );
}

function Stroke({ phase, label }: { phase: Phase; label: string }) {
  const { className, width, dash } = strokes[phase];
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg width="28" height="8" aria-hidden>
        <line
          x1="0"
          x2="28"
          y1="4"
          y2="4"
          className={className}
          strokeWidth={width}
          strokeDasharray={dash}
        />
      </svg>
      {label}
    </span>
  );
}

export const endingNames: Record<Exclude<Ending, 'goes-on'>, string> = {
  paused: 'paused',
  declined: 'not for them',
  discontinued: 'discontinued',
  superseded: 'replaced',
};
