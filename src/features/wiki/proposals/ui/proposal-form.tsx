'use client';

import { type ReactNode, useActionState, useEffect, useRef } from 'react';
import { type ActionState, idle } from '@/foundation/action-state';
import { buttonClasses } from '@/ui/button';
import { DraftKeeper } from '@/ui/draft-keeper';
import { Field } from '@/ui/form/field';
import { FormState } from '@/ui/form/state';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import { type Overtaken, Overtaking } from '../../ui/overtaking';
import { Preview, usePreview } from '../../ui/preview';

type Input = Record<string, unknown>;

type Outcome =
  | { outcome: 'preview'; html: string; input: Input }
  | { outcome: 'refused'; field: string; message: string; input: Input }
  | ({ outcome: 'overtaken'; input: Input } & Overtaken);

type ProposalFormProps = {
  // One action makes a proposal, the other takes what a decider made of one.
  action: (previous: never, form: FormData) => Promise<ActionState<Outcome>>;
  /** What the form is about, sent with it. */
  hidden: Record<string, string>;
  baseNumber: number;
  address: { spaceSlug: string; path: string };
  initial: { title: string; markdown: string };
  /** The field in which the writer says why. */
  why: ReactNode;
  draftKey: string;
  submitLabel: string;
  cancelHref: string;
  timeZone: string;
};

/** Writes a text that somebody else decides on, or decides on one: a form that works by itself. */
export function ProposalForm({ action, address, initial, baseNumber, ...rest }: ProposalFormProps) {
  const [state, send] = useActionState(
    action as (previous: ActionState<Outcome>, form: FormData) => Promise<ActionState<Outcome>>,
    idle,
  );
  const outcome = state.status === 'done' ? state.result : null;
  const overtaken = outcome?.outcome === 'overtaken' ? outcome : null;
  const shown = stateToShow(state, outcome);
  const message = messageOf(shown);
  const base = overtaken?.current.number ?? baseNumber;

  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const html = outcome?.outcome === 'preview' ? outcome.html : null;
  const preview = usePreview(form, { ...address, html });

  useEffect(() => {
    if (state.status !== 'idle' && outcome?.outcome !== 'preview') summary.current?.focus();
  }, [state, outcome]);

  return (
    <form ref={form} action={send} onInput={preview.refreshSoon}>
      {Object.entries({ ...rest.hidden, ...address }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* Text, so that a kept draft brings back what it was begun from. */}
      <input key={base} hidden name="baseNumber" defaultValue={base} />
      <div ref={summary} tabIndex={-1}>
        {message && (
          <p
            role="alert"
            className="mb-4 rounded-md border border-danger bg-raised px-3 py-2 text-sm text-danger"
          >
            {message}
          </p>
        )}
        {overtaken && <Overtaking overtaken={overtaken} timeZone={rest.timeZone} />}
      </div>
      <FormState value={shown}>
        <DraftKeeper draftKey={rest.draftKey} />
        <div className="grid gap-x-8 xl:grid-cols-2">
          <div className="min-w-0">
            <Field name="title" label="Title" defaultValue={initial.title} required />
            <TextArea
              name="markdown"
              label="Text, in Markdown"
              defaultValue={initial.markdown}
              rows={24}
              className="w-full rounded-md border border-line-strong bg-raised px-3 py-2 font-mono text-sm leading-6"
              spellCheck
            />
            {rest.why}
            <div className="flex flex-wrap gap-2">
              <SubmitButton name="intent" value="save">
                {rest.submitLabel}
              </SubmitButton>
              <SubmitButton look="secondary" name="intent" value="preview">
                Preview
              </SubmitButton>
              <a href={rest.cancelHref} className={buttonClasses({ look: 'quiet' })}>
                Cancel
              </a>
            </div>
          </div>
          <Preview preview={preview} />
        </div>
      </FormState>
    </form>
  );
}

/** How it ended, in the words that fields understand; what was typed stays in every case. */
function stateToShow(state: ActionState<Outcome>, outcome: Outcome | null): ActionState {
  if (!outcome) return state;
  const values = Object.fromEntries(
    Object.entries(outcome.input).map(([name, value]) => [name, String(value ?? '')]),
  );
  const fieldErrors =
    outcome.outcome === 'refused' ? { [outcome.field]: outcome.message } : ({} as const);
  return { status: 'invalid', fieldErrors, values };
}

function messageOf(state: ActionState): string | null {
  if (state.status === 'refused') return state.message;
  if (state.status !== 'invalid') return null;
  const { form, ...fields } = state.fieldErrors;
  return form ?? (Object.keys(fields).length > 0 ? 'Something needs a correction first.' : null);
}
