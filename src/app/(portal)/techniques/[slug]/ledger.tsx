import type { ReactNode } from 'react';
import { AttemptLines } from '@/features/techniques/attempts/ui/attempt-lines';
import { EvidenceTable } from '@/features/techniques/evidence/ui/evidence-table';
import { tellJourney } from '@/features/techniques/propagation/journey';
import { gatherPeopleToAsk } from '@/features/techniques/propagation/people-to-ask';
import { growTree } from '@/features/techniques/propagation/propagation-tree';
import {
  Adaptations,
  adapted,
  Departures,
  departed,
} from '@/features/techniques/propagation/ui/departures';
import { JourneyTimeline } from '@/features/techniques/propagation/ui/journey-timeline';
import { PeopleToAsk } from '@/features/techniques/propagation/ui/people-to-ask';
import { PropagationFigure } from '@/features/techniques/propagation/ui/propagation-figure';
import { PropagationTable } from '@/features/techniques/propagation/ui/propagation-table';
import { WeeksTable } from '@/features/techniques/propagation/ui/weeks-table';
import { gatherHeard, readClocks } from '@/features/techniques/propagation/weeks';
import type { TechniqueDetails } from '@/features/techniques/queries';
import { RelatedTechniques } from '@/features/techniques/relations/ui/related-techniques';
import { dayOf } from '@/foundation/days';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { Section } from '@/ui/section';
import type { Known } from './read-around';

type Props = { technique: TechniqueDetails; known: Known; today: Date; showsAll: boolean };

/** Everything after the write-up: what was measured, who took it up, whom to ask. */
export function Ledger({ technique, known, today, showsAll }: Props) {
  const origin = { squad: technique.originSquad, on: technique.originOn, by: technique.author };
  const firstPresented = known.presentations[0];
  const firstPresentedOn = firstPresented ? dayOf(firstPresented.at) : null;
  const reached = gatherHeard(known.hearings, known.adoptions);
  const clocks = readClocks(reached, firstPresentedOn, today);
  const [changed, ended] = [adapted(known.adoptions), departed(known.adoptions)];
  return (
    <div className="mt-14 border-t border-line pt-10">
      <Tried technique={technique} known={known} />
      <Evidence technique={technique} known={known} />
      <Part id="travelled" title="How it travelled">
        <PropagationFigure tree={growTree(origin, known.adoptions, today)} id="tree" />
        <details>
          <summary className="text-sm text-accent">The same as a table</summary>
          <div className="mt-3">
            <PropagationTable origin={origin} adoptions={known.adoptions} />
          </div>
        </details>
      </Part>
      <Part
        id="people"
        title="People to ask"
        note="Those still here who wrote, presented, measured, tried or moved it in their squad."
      >
        <PeopleToAsk people={gatherPeopleToAsk(known.people)} />
      </Part>
      <Journey technique={technique} known={known} today={today} showsAll={showsAll} />
      {changed.length > 0 && (
        <Part id="adapted" title="What others changed, and why">
          <Adaptations adoptions={changed} />
        </Part>
      )}
      {ended.length > 0 && (
        <Part
          id="departed"
          title="Not for everyone"
          note="A reasoned no is an answer. It tells the next squad what to look at first."
        >
          <Departures adoptions={ended} />
        </Part>
      )}
      <Part id="weeks" title="Weeks">
        {clocks.length > 0 ? (
          <WeeksTable clocks={clocks} firstPresentedOn={firstPresentedOn} />
        ) : (
          <p className="text-muted">
            The clocks start when it is presented, or when somebody of another squad hears of it.
          </p>
        )}
      </Part>
      {known.related.length > 0 && (
        <Part id="related" title="Related techniques">
          <RelatedTechniques techniqueId={technique.id} related={known.related} />
        </Part>
      )}
    </div>
  );
}

function Tried({ technique, known }: Pick<Props, 'technique' | 'known'>) {
  return (
    <Part
      id="tried"
      title="What was tried"
      actions={
        <ButtonLink size="small" href={`/techniques/attempts/new?technique=${technique.slug}`}>
          Add what you tried
        </ButtonLink>
      }
    >
      {known.attempts.length > 0 ? (
        <AttemptLines attempts={known.attempts} />
      ) : (
        <p className="text-muted">
          Nobody has written down an attempt yet. One that failed saves the next squad a month.
        </p>
      )}
    </Part>
  );
}

function Evidence({ technique, known }: Pick<Props, 'technique' | 'known'>) {
  return (
    <Part
      id="evidence"
      title="Evidence"
      actions={
        <ButtonLink size="small" href={`/techniques/${technique.slug}/evidence`}>
          Add evidence
        </ButtonLink>
      }
    >
      {known.evidence.length > 0 ? (
        <EvidenceTable evidence={known.evidence} />
      ) : (
        <p className="text-muted">No evidence has been recorded yet.</p>
      )}
    </Part>
  );
}

const ENTRIES_SHOWN = 60;

function Journey({ technique, known, today, showsAll }: Props) {
  const { slug, retired } = technique;
  const origin = { squad: technique.originSquad, on: technique.originOn, by: technique.author };
  const entries = tellJourney({ ...known, origin, retired });
  const shown = showsAll ? entries : entries.slice(0, ENTRIES_SHOWN);
  return (
    <Part id="journey" title="Its journey">
      <JourneyTimeline
        entries={shown}
        adoptions={known.adoptions}
        meetupTitles={known.meetupTitles}
        today={today}
      />
      {shown.length < entries.length && (
        <p className="mt-4">
          <Link href={`/techniques/${slug}?journey=whole#journey`} className="link">
            Show the whole journey, {entries.length} steps
          </Link>
        </p>
      )}
      {entries.length === 1 && (
        <EmptyState title="It has not left home yet">
          Mark it as presented when you have shown it at a meetup. What other squads say about it
          will stand here in the order of time.
        </EmptyState>
      )}
    </Part>
  );
}

type PartProps = {
  id: string;
  title: string;
  note?: string;
  actions?: ReactNode;
  children: ReactNode;
};

/** A section that can be linked to. */
function Part({ id, ...section }: PartProps) {
  return (
    <div id={id} className="scroll-mt-20">
      <Section {...section} />
    </div>
  );
}
