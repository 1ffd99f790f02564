'use client';

import { useActionState, useEffect, useRef } from 'react';
import { type ActionState, idle } from '@/foundation/action-state';
import { buttonClasses } from '@/ui/button';
import { DraftKeeper } from '@/ui/draft-keeper';
import { FormAlert } from '@/ui/form/form-alert';
import { FormState } from '@/ui/form/state';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import { Overtaking } from '../../ui/overtaking';
import { wordTemplateAction } from '../actions';
import { TEMPLATE_MAX } from '../limits';

/** Words a template; when another lead saved first, both texts are shown and nothing is stored yet. */
export function TemplateForm({
  template: { kind, number, markdown },
  timeZone,
}: {
  template: { kind: string; number: number; markdown: string };
  timeZone: string;
}) {
  const [state, send] = useActionState(wordTemplateAction, idle);
  const overtaken = state.status === 'done' ? state.result : null;
  const baseNumber = overtaken?.current.number ?? number;
  const shown: ActionState = overtaken
    ? { status: 'invalid', fieldErrors: {}, values: { markdown: overtaken.input.markdown } }
    : state;
  const summary = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (state.status !== 'idle') summary.current?.focus();
  }, [state]);

  return (
    <form action={send} className="max-w-4xl">
      <input type="hidden" name="kind" value={kind} />
      {/* Text, so that a kept draft brings back what it was begun from. */}
      <input key={baseNumber} hidden name="baseNumber" defaultValue={baseNumber} />
      <div ref={summary} tabIndex={-1}>
        <FormAlert>{state.status === 'refused' && state.message}</FormAlert>
        {overtaken && <Overtaking overtaken={overtaken} timeZone={timeZone} what="template" />}
      </div>
      <FormState value={shown}>
        <DraftKeeper draftKey={`page-template ${kind}`} />
        <TextArea
          name="markdown"
          label="What a page of this kind is asked"
          hint="Headings with ##. A question between <!-- and --> is seen by writers only: what nobody answers is not shown to readers."
          defaultValue={markdown}
          rows={26}
          maxLength={TEMPLATE_MAX}
          required
          className="w-full rounded-md border border-line-strong bg-raised px-3 py-2 font-mono text-sm leading-6"
          spellCheck
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton>Save this template</SubmitButton>
          <a href="/wiki-templates" className={buttonClasses({ look: 'quiet' })}>
            Cancel
          </a>
        </div>
      </FormState>
    </form>
  );
}
