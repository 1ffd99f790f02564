import { type AsOf, addressOn } from '../as-of';
import type { UnitLine } from '../map/queries';
import { USUAL_SQUAD_SIZE } from '../squad-size';

const BAR = 12;
const GAP = 5;
const PER_PERSON = 3;
const HIGHEST = 18;

const height = HIGHEST * PER_PERSON;
const levelOf = (people: number) => height - Math.min(people, HIGHEST) * PER_PERSON;

/**
 * The squads of a tribe as bars, as high as they have people, between lines at the usual sizes. The list
 * beside it says the same in words.
 */
export function SizeStrip({ squads, asOf }: { squads: readonly UnitLine[]; asOf: AsOf }) {
  if (squads.length === 0) return null;
  const width = squads.length * (BAR + GAP);
  return (
    <svg
      viewBox={`0 0 ${width} ${height + 1}`}
      width={width}
      height={height + 1}
      className="max-w-full"
      aria-hidden
    >
      {[USUAL_SQUAD_SIZE.from, USUAL_SQUAD_SIZE.to].map((people) => (
        <line
          key={people}
          x1="0"
          x2={width}
          y1={levelOf(people)}
          y2={levelOf(people)}
          className="stroke-line-strong"
          strokeWidth="0.75"
          strokeDasharray="2 3"
        />
      ))}
      {squads.map((squad, index) => (
        <a key={squad.id} href={addressOn(`/org/${squad.slug}`, asOf)} tabIndex={-1}>
          <title>{`${squad.name}: ${squad.people}`}</title>
          <rect
            x={index * (BAR + GAP)}
            y="0"
            width={BAR + GAP}
            height={height}
            className="fill-transparent"
          />
          <rect
            x={index * (BAR + GAP) + GAP / 2}
            y={levelOf(squad.people)}
            width={BAR}
            height={Math.max(1, height - levelOf(squad.people))}
            rx="1"
            className="fill-squad opacity-80 hover:opacity-100"
          />
        </a>
      ))}
      <line x1="0" x2={width} y1={height} y2={height} className="stroke-line-strong" />
    </svg>
  );
}
