import { formatDay } from '@/foundation/days';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import { Section } from '@/ui/section';
import { Day } from '@/ui/time';
import { recordCheckpointAction } from '../checkpoints/actions';
import type { GroupView } from '../group/queries';
import { checkpointsOf } from '../weeks';

/** A form for each checkpoint that has come; those to come are named. */
export function CheckpointForms({ group, today }: { group: GroupView; today: Date }) {
  const held = new Map(group.checkpoints.map((checkpoint) => [checkpoint.week, checkpoint]));
  return (
    <Section title="Checkpoints" note="Where the group stands, in two or three sentences.">
      <ol className="-mt-3 divide-y divide-line border-b border-line">
        {checkpointsOf(group).map(({ week, on }) => {
          const recorded = held.get(week);
          return (
            <li key={week} className="py-4">
              <h3>
                Week {week}, <Day day={on} />
              </h3>
              {on > today && !recorded ? (
                <p className="text-sm text-muted">To come.</p>
              ) : (
                <ActionForm
                  action={recordCheckpointAction}
                  className="mt-3 max-w-xl"
                  doneMessage="Recorded."
                >
                  <DraftKeeper draftKey={`week ${week} of ${group.id}`} />
                  <input type="hidden" name="groupId" value={group.id} />
                  <input type="hidden" name="week" value={week} />
                  <Field
                    name="heldOn"
                    label="Held on"
                    type="date"
                    required
                    max={formatDay(today)}
                    defaultValue={formatDay(recorded?.heldOn ?? on)}
                  />
                  <TextArea
                    name="note"
                    label="Where it stands"
                    rows={3}
                    required
                    defaultValue={recorded?.note}
                  />
                  <SubmitButton look="secondary">Record week {week}</SubmitButton>
                </ActionForm>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
