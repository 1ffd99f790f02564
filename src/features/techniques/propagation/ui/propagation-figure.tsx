import { formatLongDay } from '@/ui/format-time';
import type { Branch, Ending, PropagationTree } from '../propagation-tree';
import { EndShape, endingNames, Legend, strokes } from './propagation-legend';

const ROW = 46;

const LINE_AT = 31;

const NAME_AT = 17;

const AXIS = 26;

const ROWS_MAX = 40;

/** From here on a name stands to the left of its line's beginning, so that it stays in the picture. */
const TURNS_AT = 0.55;

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

const lineY = (row: number) => AXIS + row * ROW + LINE_AT;

/**
 * Who had it from whom along time, drawn on the server. Places along time are percentages and sizes
 * are pixels, so that lines stretch with the page and words stay readable on a telephone.
 */
export function PropagationFigure({ tree, id }: { tree: PropagationTree; id: string }) {
  const branches = tree.branches.slice(0, ROWS_MAX);
  const hidden = tree.branches.length - branches.length;
  return (
    <figure className="mb-4">
      <div className="px-2">
        <svg
          width="100%"
          height={AXIS + branches.length * ROW + 8}
          className="block overflow-visible"
          role="img"
          aria-label="Who had it from whom"
          aria-describedby={`${id}-words`}
        >
          <desc id={`${id}-words`}>{inWords(tree)}</desc>
          <Axis tree={tree} rows={branches.length} />
          {branches.map((branch, row) => (
            <Connection key={branch.id} branch={branch} row={row} />
          ))}
          {branches.map((branch, row) => (
            <Line key={branch.id} branch={branch} row={row} />
          ))}
        </svg>
      </div>
      {hidden > 0 && (
        <p className="mt-2 text-sm text-muted">
          And {hidden} more {hidden === 1 ? 'squad' : 'squads'}, in the table below.
        </p>
      )}
      <Legend />
    </figure>
  );
}

function Axis({ tree: { ticks }, rows }: { tree: PropagationTree; rows: number }) {
  return ticks.map(({ at, day }) => (
    <g key={day.getTime()}>
      <line
        x1={percent(at)}
        x2={percent(at)}
        y1={AXIS - 6}
        y2={AXIS + rows * ROW + 4}
        className="stroke-line"
      />
      <text
        x={percent(at)}
        y={13}
        textAnchor={at > 0.9 ? 'end' : at < 0.06 ? 'start' : 'middle'}
        className="fill-muted text-[0.75rem]"
      >
        {monthName(day)}
      </text>
    </g>
  ));
}

/** From the line it grew from down to its own; none for a squad that came to it by itself. */
function Connection({ branch: { parentRow, startsAt }, row }: { branch: Branch; row: number }) {
  if (parentRow === null) return null;
  const x = percent(startsAt);
  return (
    <line
      x1={x}
      x2={x}
      y1={lineY(parentRow)}
      y2={lineY(row)}
      className="stroke-line-strong"
      strokeWidth={1.25}
    />
  );
}

function Line({ branch, row }: { branch: Branch; row: number }) {
  const { squad, startsAt, stretches, productionAt, endsAt, ending, isOrigin } = branch;
  const y = lineY(row);
  const isTurned = startsAt > TURNS_AT;
  return (
    <g>
      {stretches.map(({ phase, from, to }) => (
        <line
          key={from}
          x1={percent(from)}
          x2={percent(to)}
          y1={y}
          y2={y}
          className={isOrigin ? 'stroke-squad' : strokes[phase].className}
          strokeWidth={strokes[phase].width}
          strokeDasharray={strokes[phase].dash}
        />
      ))}
      <circle
        cx={percent(startsAt)}
        cy={y}
        r={isOrigin ? 6 : 3.5}
        className={dotClasses(isOrigin)}
      />
      {productionAt !== null && (
        <circle cx={percent(productionAt)} cy={y} r={5.5} className="fill-accent" />
      )}
      <EndMark ending={ending} at={endsAt} y={y} />
      <text
        x={percent(startsAt)}
        y={AXIS + row * ROW + NAME_AT}
        dx={isTurned ? -7 : startsAt === 0 ? 0 : 7}
        textAnchor={isTurned ? 'end' : 'start'}
        className="fill-ink text-[0.8125rem] font-medium"
      >
        {squad.name}
      </text>
    </g>
  );
}

const dotClasses = (isOrigin: boolean) =>
  isOrigin ? 'fill-squad' : 'fill-paper stroke-muted [stroke-width:1.75]';

/** A shape for each ending and no colour for any: an end is not a failure. */
function EndMark({ ending, at, y }: { ending: Ending; at: number; y: number }) {
  if (ending === 'goes-on') return null;
  return (
    <svg x={percent(at)} y={y} className="overflow-visible" aria-hidden>
      <EndShape ending={ending} />
    </svg>
  );
}

const shortMonth = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** `Mar`, and in January the year. */
const monthName = (day: Date) =>
  day.getUTCMonth() === 0 ? String(day.getUTCFullYear()) : shortMonth.format(day);

function inWords({ branches, from, until }: PropagationTree): string {
  const squads = branches.slice(1).map(({ squad, parentRow, productionAt, ending }) => {
    const source = parentRow === null ? 'by itself' : `from ${branches[parentRow]?.squad.name}`;
    const state =
      ending !== 'goes-on'
        ? `, ${endingNames[ending]}`
        : productionAt !== null
          ? ', in production'
          : '';
    return `${squad.name} ${source}${state}`;
  });
  const period = `From ${formatLongDay(from)} to ${formatLongDay(until)}.`;
  const origin = `It began in ${branches[0]?.squad.name}.`;
  return squads.length > 0 ? `${period} ${origin} ${squads.join('; ')}.` : `${period} ${origin}`;
}
