import { formatDay } from '@/foundation/days';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { Choices } from '@/ui/form/choices';
import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import { formatLongDay } from '@/ui/format-time';
import type { EvidenceLine } from '../../evidence/queries';
import { EvidenceFields } from '../../evidence/ui/evidence-fields';
import { moveAdoptionAction } from '../actions';
import {
  type AdoptionState,
  needsReason,
  needsWords,
  reasonCodes,
  standingOf,
  stepsAfter,
  sustainableFrom,
} from '../adoption';
import type { Adoption, SquadRef } from '../journey';
import { precisions } from '../schema';
import { possibleSources } from '../sources';
import { precisionNames, reasons, sayingHints, sayings } from './words';

type Props = {
  technique: { id: string; originSquad: SquadRef };
  squad: SquadRef;
  adoptions: Adoption[];
  /** The squad's own results on this technique. */
  ownEvidence: EvidenceLine[];
  today: Date;
};

/** One form for whatever a squad wants to say; it shows only what belongs to the word chosen. */
export function WordForm({ technique, squad, adoptions, ownEvidence, today }: Props) {
  const own = adoptions.find((adoption) => adoption.squad.id === squad.id);
  const history = own?.steps ?? [];
  const next = sayable(history, today);
  return (
    <ActionForm action={moveAdoptionAction} className="group/word max-w-[44rem]">
      <DraftKeeper draftKey={`word ${history.length} of ${squad.id} on ${technique.id}`} />
      <input type="hidden" name="techniqueId" value={technique.id} />
      <input type="hidden" name="squadId" value={squad.id} />
      <input type="hidden" name="after" value={history.length} />
      <Choices
        name="to"
        label={`What does ${squad.name} say?`}
        options={next.map((to) => ({ value: to, label: sayings[to], hint: sayingHints[to] }))}
      />
      <Only when={next.filter(needsReason)}>
        <Select
          name="reasonCode"
          label="The reason that comes nearest"
          emptyLabel="Choose one"
          options={reasonCodes.map((value) => ({ value, label: reasons[value] }))}
        />
      </Only>
      <TextArea
        name="note"
        label="In your own words"
        hint={noteHint(next, standingOf(history))}
        rows={3}
      />
      <Only when={next.filter((to) => to === 'IN_PRODUCTION')}>
        <ProductionEvidence ownEvidence={ownEvidence} />
      </Only>
      <Only when={next.filter((to) => to === 'TRIALLING' || to === 'IN_PRODUCTION')}>
        <Changes adaptation={own?.adaptation ?? ''} />
      </Only>
      <SourceField {...{ technique, squad, adoptions, own, today }} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Field
          name="occurredOn"
          label="Since when"
          type="date"
          required
          max={formatDay(today)}
          defaultValue={formatDay(today)}
        />
        <Select
          name="precision"
          label="How exact that is"
          options={precisions.map((value) => ({ value, label: precisionNames[value] }))}
        />
      </div>
      <SubmitButton>Say it for {squad.name}</SubmitButton>
    </ActionForm>
  );
}

/** What may be said today: that it lasted is offered once it can have. */
function sayable(history: Adoption['steps'], today: Date): AdoptionState[] {
  const from = sustainableFrom(history);
  return stepsAfter(history).filter((to) => to !== 'SUSTAINED' || (from !== null && from <= today));
}

/** Tailwind reads an underscore as a space, so one word is known by its end. */
const shownWhen: Record<AdoptionState, string> = {
  IDENTIFIED: 'group-has-[input[value=IDENTIFIED]:checked]/word:block',
  ASSESSING: 'group-has-[input[value=ASSESSING]:checked]/word:block',
  TRIALLING: 'group-has-[input[value=TRIALLING]:checked]/word:block',
  IN_PRODUCTION: 'group-has-[input[value$=PRODUCTION]:checked]/word:block',
  SUSTAINED: 'group-has-[input[value=SUSTAINED]:checked]/word:block',
  PAUSED: 'group-has-[input[value=PAUSED]:checked]/word:block',
  DECLINED: 'group-has-[input[value=DECLINED]:checked]/word:block',
  DISCONTINUED: 'group-has-[input[value=DISCONTINUED]:checked]/word:block',
  SUPERSEDED: 'group-has-[input[value=SUPERSEDED]:checked]/word:block',
};

/** Fields that belong to some words only. CSS shows them, so that no script is needed. */
function Only({ when, children }: { when: AdoptionState[]; children: React.ReactNode }) {
  if (when.length === 0) return null;
  return <div className={`hidden ${when.map((to) => shownWhen[to]).join(' ')}`}>{children}</div>;
}

function noteHint(next: AdoptionState[], standing: AdoptionState | null): string {
  const asking = next.some((to) => needsWords(standing, to));
  return asking
    ? 'Needed when it is not for you, has ended or has lasted, and when you take it up again; welcome otherwise.'
    : 'What you plan, or what you saw. May stay empty.';
}

function ProductionEvidence({ ownEvidence }: { ownEvidence: EvidenceLine[] }) {
  return (
    <fieldset className="mb-4 rounded-md border border-line px-4 pt-3">
      <legend className="px-1.5 font-serif text-lg font-semibold">Your own evidence</legend>
      {ownEvidence.length > 0 && (
        <Select
          name="evidenceId"
          label="Evidence you gave before"
          emptyLabel="None of these: I add one below"
          options={ownEvidence.map(({ id, summary, measuredOn }) => ({
            value: id,
            label: `${formatLongDay(measuredOn)}: ${shorten(summary)}`,
          }))}
        />
      )}
      <EvidenceFields />
    </fieldset>
  );
}

const shorten = (text: string) => (text.length > 70 ? `${text.slice(0, 67)}…` : text);

function Changes({ adaptation }: { adaptation: string }) {
  return (
    <div className="group/changed">
      <Choices
        name="changed"
        label="Did you change it?"
        options={[
          { value: 'AS_WRITTEN', label: 'We use it as it is written' },
          { value: 'ADAPTED', label: 'We changed something' },
        ]}
        defaultValue={adaptation ? 'ADAPTED' : undefined}
      />
      <div className="hidden group-has-[input[value=ADAPTED]:checked]/changed:block">
        <TextArea
          name="adaptation"
          label="What you changed, and why"
          hint="The next squad will meet the same."
          rows={4}
          defaultValue={adaptation}
        />
      </div>
    </div>
  );
}

type SourceProps = Omit<Props, 'ownEvidence'> & { own: Adoption | undefined };

function SourceField({ technique, squad, adoptions, own, today }: SourceProps) {
  const plain = adoptions.map((adoption) => ({ ...adoption, squadId: adoption.squad.id }));
  const squads = possibleSources(plain, squad.id, own?.firstOn ?? today);
  const options = [
    { value: 'ORIGIN', label: `${technique.originSquad.name}, who began it` },
    ...squads.map(({ id, squad: { name } }) => ({ value: id, label: name })),
    { value: 'COMPONENT', label: 'It came with a shared component or library' },
    { value: 'INDEPENDENT', label: 'Nobody: we found it on our own' },
    { value: 'UNKNOWN', label: 'I do not know' },
  ];
  return (
    <Select
      name="source"
      label="Where you had it from"
      hint="Whoever told you or whose way of doing it you took over."
      emptyLabel={own ? undefined : 'Left open for now'}
      options={options}
      defaultValue={own && (own.sourceAdoptionId ?? own.source)}
    />
  );
}
