'use client';

import { type ComponentProps, type ReactNode, useActionState, useEffect, useRef } from 'react';
import { type ActionState, idle } from '@/foundation/action-state';
import { FormAlert } from './form-alert';
import { FormState } from './state';

type FormAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

type ActionFormProps = Omit<ComponentProps<'form'>, 'action'> & {
  // A server action is typed by its own result; a form only shows how it ended.
  action: (previous: never, form: FormData) => Promise<ActionState>;
  /** Shown in place of nothing when it went well and the action did not redirect. */
  doneMessage?: ReactNode;
};

/** A form that posts to a server action, with or without JavaScript, and keeps what was typed. */
export function ActionForm({ action, doneMessage, children, ...props }: ActionFormProps) {
  const [state, send] = useActionState(action as FormAction, idle);
  const summary = useRef<HTMLParagraphElement>(null);
  const message = formMessage(state);

  useEffect(() => {
    if (state.status === 'invalid' || state.status === 'refused') summary.current?.focus();
  }, [state]);

  return (
    <form action={send} {...props}>
      <FormState value={state}>
        <FormAlert ref={summary} tabIndex={-1}>
          {message}
        </FormAlert>
        {state.status === 'done' && doneMessage && (
          <div
            role="status"
            className="mb-4 rounded-md border border-line bg-accent-soft px-3 py-2 text-sm"
          >
            {doneMessage}
          </div>
        )}
        {children}
      </FormState>
    </form>
  );
}

function formMessage(state: ActionState): string | null {
  if (state.status === 'refused') return state.message;
  if (state.status !== 'invalid') return null;
  const count = Object.keys(state.fieldErrors).length;
  return (
    state.fieldErrors.form ??
    (count === 1 ? 'One field needs a correction.' : `${count} fields need a correction.`)
  );
}
