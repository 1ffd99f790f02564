import { formatDay } from '@/foundation/days';
import { ButtonLink } from '@/ui/button';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { Day } from '@/ui/time';
import type { EvidenceLine } from '../../evidence/queries';
import { moveAdoptionAction } from '../actions';
import { type AdoptionState, hasEnded, standingOf, sustainableFrom } from '../adoption';
import type { Adoption, SquadRef } from '../journey';
import { WordForm } from './word-form';
import { standings } from './words';

type Props = {
  technique: { id: string; slug: string; originSquad: SquadRef };
  squad: SquadRef;
  adoptions: Adoption[];
  evidence: EvidenceLine[];
  today: Date;
  /** The form is open: somebody of the squad wants to say something. */
  isSpeaking: boolean;
};

/** Where the reader's squad stands with a technique, and the way to say something. */
export function OwnWord({ technique, squad, adoptions, evidence, today, isSpeaking }: Props) {
  const own = adoptions.find((adoption) => adoption.squad.id === squad.id);
  const standing = standingOf(own?.steps ?? []);
  return (
    <div className="rounded-lg border border-line bg-raised px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="min-w-0 flex-1 basis-64">
          <OwnStanding squad={squad} own={own} standing={standing} today={today} />
        </p>
        {!isSpeaking && (
          <div className="no-print flex flex-wrap gap-2">
            {standing === null && <SeeAUse {...{ technique, squad, today }} />}
            <ButtonLink href={`/techniques/${technique.slug}?say=${squad.slug}#your-squad`}>
              {standing === null ? 'Say something else' : `Say where ${squad.name} stands`}
            </ButtonLink>
          </div>
        )}
      </div>
      {isSpeaking && (
        <div className="mt-4 border-t border-line pt-4">
          <WordForm
            {...{ technique, squad, adoptions, today }}
            ownEvidence={evidence.filter(
              (line) => line.squad.id === squad.id && line.status !== 'RETRACTED',
            )}
          />
        </div>
      )}
    </div>
  );
}

type StandingProps = {
  squad: SquadRef;
  own: Adoption | undefined;
  standing: AdoptionState | null;
  today: Date;
};

function OwnStanding({ squad, own, standing, today }: StandingProps) {
  const last = own?.steps.at(-1);
  if (!own || !standing || !last) {
    return (
      <>
        <strong className="font-semibold">{squad.name}</strong> has not said anything about this
        yet.
      </>
    );
  }
  const lastsFrom = sustainableFrom(own.steps);
  const canLast = standing === 'IN_PRODUCTION' && lastsFrom !== null && lastsFrom <= today;
  return (
    <>
      <strong className="font-semibold">{squad.name}</strong>: {standings[standing].toLowerCase()}{' '}
      since <Day day={last.on} today={today} />.
      {canLast && ' It has been in production for 90 days: does it still hold?'}
      {hasEnded(standing) && ' Nobody will ask again; your squad may come back to it.'}
    </>
  );
}

/** One click; everything else can be said later. */
function SeeAUse({ technique, squad, today }: Pick<Props, 'technique' | 'squad' | 'today'>) {
  return (
    <ActionForm action={moveAdoptionAction}>
      <input type="hidden" name="techniqueId" value={technique.id} />
      <input type="hidden" name="squadId" value={squad.id} />
      <input type="hidden" name="after" value="0" />
      <input type="hidden" name="to" value="IDENTIFIED" />
      <input type="hidden" name="occurredOn" value={formatDay(today)} />
      <SubmitButton>We see a use for this</SubmitButton>
    </ActionForm>
  );
}
