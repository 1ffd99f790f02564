import { Day } from '@/ui/time';
import { SquadLink } from '../../ui/squad-link';
import { hasEnded } from '../adoption';
import type { Adoption } from '../journey';
import { Words } from './journey-timeline';
import { deeds, reasons } from './words';

/** Squads for which it was not, or is no longer, and why: as useful to a reader as a success. */
export function Departures({ adoptions }: { adoptions: Adoption[] }) {
  return (
    <ul className="space-y-4">
      {adoptions.map((adoption) => {
        const step = adoption.steps.at(-1);
        return (
          step && (
            <li key={adoption.id}>
              <p>
                <SquadLink squad={adoption.squad} /> {deeds[step.to]}
                <span className="text-muted">
                  , <Day day={step.on} />
                </span>
              </p>
              {step.reasonCode && <p className="text-sm">{reasons[step.reasonCode]}.</p>}
              {step.note && <Words>{step.note}</Words>}
            </li>
          )
        );
      })}
    </ul>
  );
}

export const departed = (adoptions: readonly Adoption[]) =>
  adoptions.filter(({ steps }) => hasEnded(steps.at(-1)?.to ?? null));

/** What squads changed to make it theirs, and why. */
export function Adaptations({ adoptions }: { adoptions: Adoption[] }) {
  return (
    <dl className="space-y-4">
      {adoptions.map((adoption) => (
        <div key={adoption.id}>
          <dt>
            <SquadLink squad={adoption.squad} />
            <span className="text-sm text-muted">
              , building on version {adoption.versionNumber}
            </span>
          </dt>
          <dd className="mt-1 max-w-[70ch] whitespace-pre-line">{adoption.adaptation}</dd>
        </div>
      ))}
    </dl>
  );
}

export const adapted = (adoptions: readonly Adoption[]) =>
  adoptions.filter(({ adaptation }) => adaptation !== '');
