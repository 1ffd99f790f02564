import { Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { isHandedOver } from '../deliverable';
import { deliverableStateNames } from '../names';
import { type Track, type TrackGroup, trackOf } from '../track';
import { progressInWords, progressOn } from '../weeks';

const NARROW = 280;
const WIDE = 580;

/** The weeks of a group with its checkpoints and what is due; the same as a table one click away. */
export function GroupTrack({ group, today }: { group: TrackGroup; today: Date }) {
  const label = `${progressInWords(progressOn(group, today))} The table beneath says the same.`;
  const track = trackOf(group, today, WIDE);
  return (
    <figure className="mb-10">
      <div className="sm:hidden">
        <Drawing track={trackOf(group, today, NARROW)} width={NARROW} label={label} />
      </div>
      <div className="hidden sm:block">
        <Drawing track={track} width={WIDE} label={label} />
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
        <Legend label="checkpoint, filled when held">
          <path d="M6 1 11 6 6 11 1 6Z" className="fill-none stroke-(--ink)" strokeWidth="1.5" />
        </Legend>
        <Legend label="deliverable due, filled when handed over">
          <circle
            cx="6"
            cy="6"
            r="4.5"
            className="fill-none stroke-working-group"
            strokeWidth="1.5"
          />
        </Legend>
      </figcaption>
      <details className="mt-3 text-sm">
        <summary className="link inline">The track as a table</summary>
        <div className="mt-2 max-w-2xl">
          <TrackTable track={track} today={today} />
        </div>
      </details>
    </figure>
  );
}

const MARGIN = 12;
const BAR_TOP = 26;
const BAR_HEIGHT = 16;
const ROW_HEIGHT = 24;
const MARK_RADIUS = 8.5;

function Drawing({ track, width, label }: { track: Track; width: number; label: string }) {
  const rowsTop = BAR_TOP + BAR_HEIGHT + 24;
  const height = rowsTop + track.rowCount * ROW_HEIGHT + 2;
  return (
    <svg
      viewBox={`${-MARGIN} 0 ${width + 2 * MARGIN} ${height}`}
      width={width + 2 * MARGIN}
      height={height}
      className="max-w-full text-[11px]"
      role="img"
      aria-label={label}
    >
      {track.weeks.map(({ number, x, width: weekWidth, isPast, isExtension }) => (
        <g key={number}>
          <rect
            x={x + 1}
            y={BAR_TOP}
            width={weekWidth - 2}
            height={BAR_HEIGHT}
            rx="2"
            className={isPast ? 'fill-working-group/45' : 'fill-sunken'}
            stroke="var(--line-strong)"
            strokeWidth="0.75"
            strokeDasharray={isExtension ? '3 2' : undefined}
          />
          <text
            x={x + weekWidth / 2}
            y={BAR_TOP + BAR_HEIGHT + 14}
            textAnchor="middle"
            className="fill-muted"
          >
            {number}
          </text>
        </g>
      ))}
      {track.checkpoints.map(({ week, x, heldOn }) => (
        <path
          key={week}
          d={`M${x} ${BAR_TOP - 14} l6 6 -6 6 -6 -6Z`}
          className={heldOn ? 'fill-ink stroke-ink' : 'fill-paper stroke-ink'}
          strokeWidth="1.25"
        />
      ))}
      {track.deliverables.map(({ number, x, row, state }) => (
        <g key={number}>
          <line
            x1={x}
            x2={x}
            y1={BAR_TOP + BAR_HEIGHT}
            y2={rowsTop + row * ROW_HEIGHT}
            className="stroke-(--line-strong)"
            strokeWidth="0.75"
            strokeDasharray="2 2"
          />
          <circle
            cx={x}
            cy={rowsTop + row * ROW_HEIGHT + MARK_RADIUS}
            r={MARK_RADIUS}
            strokeWidth="1.5"
            className={
              isHandedOver(state)
                ? 'fill-working-group stroke-working-group'
                : 'fill-paper stroke-working-group'
            }
          />
          <text
            x={x}
            y={rowsTop + row * ROW_HEIGHT + MARK_RADIUS + 4}
            textAnchor="middle"
            className={isHandedOver(state) ? 'fill-paper font-semibold' : 'fill-ink font-semibold'}
          >
            {number}
          </text>
        </g>
      ))}
      {track.todayX !== null && (
        <g>
          <line
            x1={track.todayX}
            x2={track.todayX}
            y1={14}
            y2={BAR_TOP + BAR_HEIGHT + 2}
            className="stroke-accent"
            strokeWidth="2"
          />
          <text
            x={track.todayX}
            y={10}
            textAnchor={track.todayX < 20 ? 'start' : track.todayX > width - 20 ? 'end' : 'middle'}
            className="fill-accent font-medium"
          >
            Today
          </text>
        </g>
      )}
    </svg>
  );
}

function Legend({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
        {children}
      </svg>
      {label}
    </span>
  );
}

function TrackTable({ track, today }: { track: Track; today: Date }) {
  return (
    <Table caption="Checkpoints and deliverables in order of time" head={['When', 'What', 'State']}>
      {[
        ...track.checkpoints.map(({ week, on, heldOn }) => ({
          on,
          what: `Checkpoint, week ${week}`,
          state: heldOn ? <>held {<Day day={heldOn} />}</> : on < today ? 'not held' : 'to come',
        })),
        ...track.deliverables.map(({ number, title, dueOn, state }) => ({
          on: dueOn,
          what: `${number}. ${title}`,
          state: deliverableStateNames[state],
        })),
      ]
        .toSorted((a, b) => +a.on - +b.on)
        .map(({ on, what, state }) => (
          <tr key={what}>
            <td className="whitespace-nowrap">
              <Day day={on} />
            </td>
            <td>{what}</td>
            <td>{state}</td>
          </tr>
        ))}
    </Table>
  );
}
