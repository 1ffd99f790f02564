'use client';

import type { ComponentProps, ReactNode } from 'react';
import { buttonClasses } from '@/ui/button';
import { DraftKeeper } from '@/ui/draft-keeper';
import { FormAlert } from '@/ui/form/form-alert';
import { FormState } from '@/ui/form/state';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import { MARKDOWN_MAX } from '../limits';
import { Preview } from './preview';
import type { useTextForm } from './use-text-form';

type TextFormProps = {
  own: ReturnType<typeof useTextForm>;
  /** What the form is about, sent with it. */
  hidden: Record<string, string>;
  /** The revision that the text was begun from. */
  baseNumber?: number;
  /** Shown when somebody saved first. */
  overtaking: ReactNode;
  draftKey: string;
  submitLabel: string;
  /** Other ways to send it, beside the first. */
  otherWays?: ReactNode;
  cancelHref: string;
  children: ReactNode;
};

/** Around the fields of a page's text: a form that works by itself, and with JavaScript previews and keeps drafts. */
export function TextForm({ own, hidden, baseNumber, children, ...rest }: TextFormProps) {
  const base = own.overtaken?.current.number ?? baseNumber;
  return (
    <form
      ref={own.form}
      action={own.send}
      onInput={own.preview.refreshSoon}
      onKeyDown={saveByKeyboard}
    >
      {/* What Enter in a field does, whatever other buttons stand before the last. */}
      <button hidden type="submit" name="intent" value="save" tabIndex={-1}>
        {rest.submitLabel}
      </button>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* Text, so that a kept draft brings back what it was begun from, and overwrites nothing newer. */}
      {base && <input key={base} hidden name="baseNumber" defaultValue={base} />}
      <div ref={own.summary} tabIndex={-1}>
        <FormAlert>{own.message}</FormAlert>
        {rest.overtaking}
      </div>
      <FormState value={own.shown}>
        <DraftKeeper draftKey={rest.draftKey} />
        <div className="grid gap-x-8 xl:grid-cols-2">
          <div className="min-w-0">
            {children}
            <div className="flex flex-wrap gap-2">
              <SubmitButton name="intent" value="save">
                {rest.submitLabel}
              </SubmitButton>
              {rest.otherWays}
              <SubmitButton look="secondary" name="intent" value="preview">
                Preview
              </SubmitButton>
              <a href={rest.cancelHref} className={buttonClasses({ look: 'quiet' })}>
                Cancel
              </a>
            </div>
          </div>
          <Preview preview={own.preview} />
        </div>
      </FormState>
    </form>
  );
}

type MarkdownFieldProps = Pick<ComponentProps<typeof TextArea>, 'defaultValue'> & {
  'data-kept-elsewhere'?: boolean;
};

export function MarkdownField(props: MarkdownFieldProps) {
  return (
    <TextArea
      name="markdown"
      label="Text, in Markdown"
      rows={24}
      maxLength={MARKDOWN_MAX}
      className="w-full rounded-md border border-line-strong bg-raised px-3 py-2 font-mono text-sm leading-6"
      spellCheck
      {...props}
    />
  );
}

const saveByKeyboard: ComponentProps<'form'>['onKeyDown'] = (event) => {
  if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
  event.preventDefault();
  const save = event.currentTarget.querySelector<HTMLButtonElement>('button[value="save"]');
  event.currentTarget.requestSubmit(save);
};
