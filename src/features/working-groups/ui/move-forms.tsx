import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { Section } from '@/ui/section';
import { moveGroupAction } from '../actions';
import type { GroupView } from '../group/queries';
import { groupMoves } from '../names';
import { Conditions } from './conditions';

/** The steps a group may take from where it stands, each with what it needs. */
export function MoveForms({ group }: { group: GroupView }) {
  return group.moves.map(({ to, conditions, isPossible }) => {
    const isEnd = to === 'CLOSED' || to === 'DISBANDED';
    return (
      <Section key={to} title={groupMoves[to]}>
        {conditions.length > 0 && (
          <div className="mb-4">
            <Conditions conditions={conditions} />
          </div>
        )}
        {isPossible && (
          <ActionForm action={moveGroupAction} className="max-w-xl">
            <input type="hidden" name="groupId" value={group.id} />
            <input type="hidden" name="to" value={to} />
            <Field
              name="reason"
              label={
                to === 'DISBANDED'
                  ? 'Why it ends'
                  : to === 'CLOSED'
                    ? 'The answer in short'
                    : 'A word on it'
              }
              hint={isEnd ? 'Everybody can read it.' : 'May stay empty.'}
              required={to === 'DISBANDED'}
              maxLength={2000}
            />
            <SubmitButton look={to === 'DISBANDED' ? 'danger' : 'primary'}>
              {groupMoves[to]}
            </SubmitButton>
          </ActionForm>
        )}
      </Section>
    );
  });
}
