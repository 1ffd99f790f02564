import type { ReactNode } from 'react';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import type { TechniqueDetails } from '../queries';
import { PersonLink, SquadLink } from './squad-link';
import { StageBadge } from './stage-badge';

type Props = { technique: TechniqueDetails; firstPresentedOn: Date | null };

/** What it is at a glance: stage, squad, days, version. */
export function TechniqueFacts({ technique, firstPresentedOn }: Props) {
  const { version, currentNumber, slug } = technique;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5 text-sm">
      <Fact name="Stage">
        <StageBadge stage={technique.stage} />
      </Fact>
      <Fact name="Began in">
        <SquadLink squad={technique.originSquad} />
      </Fact>
      <Fact name="Solved">
        <Day day={technique.originOn} />
      </Fact>
      {technique.author && (
        <Fact name="Written by">
          <PersonLink person={technique.author} />
        </Fact>
      )}
      {firstPresentedOn && (
        <Fact name="First presented">
          <Day day={firstPresentedOn} />
        </Fact>
      )}
      <Fact name="Version">
        <Link href={`/techniques/${slug}/versions`} className="link">
          {version.number} of {currentNumber}
        </Link>
        , <Day day={version.createdAt} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
