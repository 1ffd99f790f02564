'use client';

import type { ReactNode } from 'react';
import { Field } from '@/ui/form/field';
import { TITLE_MAX } from '../../limits';
import { Overtaking } from '../../ui/overtaking';
import { MarkdownField, TextForm } from '../../ui/text-form';
import { type TextAction, useTextForm } from '../../ui/use-text-form';

type ProposalFormProps = {
  /** One action makes a proposal, the other takes what a decider made of one. */
  action: TextAction;
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

/** Writes a text that somebody else decides on, or decides on one. */
export function ProposalForm({
  action,
  address,
  hidden,
  initial,
  why,
  ...rest
}: ProposalFormProps) {
  const own = useTextForm(action, address);
  return (
    <TextForm
      own={own}
      hidden={{ ...hidden, ...address }}
      baseNumber={rest.baseNumber}
      overtaking={
        own.overtaken && <Overtaking overtaken={own.overtaken} timeZone={rest.timeZone} />
      }
      draftKey={rest.draftKey}
      submitLabel={rest.submitLabel}
      cancelHref={rest.cancelHref}
    >
      <Field
        name="title"
        label="Title"
        defaultValue={initial.title}
        required
        maxLength={TITLE_MAX}
      />
      <MarkdownField defaultValue={initial.markdown} />
      {why}
    </TextForm>
  );
}
