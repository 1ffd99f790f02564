import type { ReactNode } from 'react';
import { READS_DAYS } from '../../reviews/queue/reads-days';
import type { Upkeep } from '../upkeep/queries';

const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`;
const count = (number: number) => number.toLocaleString('en-GB');

/** What it takes to keep the wiki true, in figures, and how they are made. */
export function UpkeepFigures({ upkeep }: { upkeep: Upkeep }) {
  const { pages, unkept, reads, freshReads, spread } = upkeep;
  if (pages === 0) return null;
  return (
    <section aria-label="How well this is kept" className="mb-8 border-y border-line py-4">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 md:grid-cols-4">
        <Figure label="Read while in their time" value={reads ? percent(freshReads, reads) : '–'}>
          {reads ? `of ${count(reads)} readings in ${READS_DAYS} days` : 'nothing was read yet'}
        </Figure>
        <Figure label="Kept by nobody" value={count(unkept)}>
          of {count(pages)} {pages === 1 ? 'page' : 'pages'}
        </Figure>
        <Figure label="Wrote half of it" value={spread ? peopleText(spread.absence) : '–'}>
          {spread
            ? `of ${count(spread.people)} who changed something in a year`
            : 'too few changes in a year to tell'}
        </Figure>
        <Figure
          label="Squads that carry it"
          value={spread ? spread.effectiveSquads.toFixed(1) : '–'}
        >
          {spread ? `by ${count(spread.changes)} changes in a year` : 'too few changes to tell'}
        </Figure>
      </dl>
      <HowCounted />
    </section>
  );
}

const peopleText = (number: number) => (number === 1 ? 'one' : count(number));

function Figure({ label, value, children }: { label: string; value: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="font-serif text-2xl font-semibold tabular-nums">{value}</dd>
      <dd className="text-sm text-muted">{children}</dd>
    </div>
  );
}

function HowCounted() {
  return (
    <details className="mt-4 max-w-[68ch] text-sm text-muted">
      <summary className="py-1">How these are counted</summary>
      <ul className="mt-2 list-disc space-y-1.5 pl-5">
        <li>
          Read while in their time: readings of pages that were verified and are not yet due, by all
          readings of pages that are checked by date. Each reader counts once a day; who it was is
          not kept.
        </li>
        <li>
          Wrote half of it: the fewest people who made at least half of the changes, as{' '}
          <Source href="https://chaoss.community/kb/metric-contributor-absence-factor/">
            CHAOSS’ contributor absence factor
          </Source>{' '}
          has it. A small number in a young guild is normal, and is a risk rather than a fault.
        </li>
        <li>
          Squads that carry it: 1 / Σ share², the number of squads with equal shares that would
          spread the work as evenly (
          <Source href="https://en.wikipedia.org/wiki/Effective_number_of_parties">
            Laakso and Taagepera
          </Source>
          ). A change counts for the squad that its author was in at the time; imports count for
          nobody.
        </li>
      </ul>
    </details>
  );
}

const Source = ({ href, children }: { href: string; children: ReactNode }) => (
  <a href={href} className="link" rel="noreferrer">
    {children}
  </a>
);
