import type { ReactNode } from 'react';
import { ActionForm } from '@/ui/form/action-form';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import type { PageKind } from '../../schema';
import {
  confirmPageAction,
  correctPageAction,
  doubtPageAction,
  retirePageAction,
} from '../actions';
import { AGAINST_MAX, NOTE_MAX } from '../limits';
import { QUESTIONS } from '../questions';
import { PageField } from './page-field';
import { TickList } from './tick-list';

export type ReviewedPage = {
  id: string;
  number: number;
  kind: PageKind;
  /** Whether the reviewer goes on with the queue afterwards. */
  isFromQueue: boolean;
  /** The address of a page that is said to take its place. */
  replacement?: string;
};

type FormProps = { page: ReviewedPage; windowText: string };

/** The ways a look at a page can end, each a form of its own; one is open at a time. */
export function ReviewForms({
  page,
  windowText,
  isCorrected,
  isObsolete,
}: FormProps & { isCorrected: boolean; isObsolete: boolean }) {
  return (
    <div className="divide-y divide-line border-y border-line">
      <Way title="It is still true" isOpen={!page.replacement}>
        <ConfirmForm page={page} windowText={windowText} />
      </Way>
      {isCorrected && (
        <Way title="It was wrong, and I have corrected it">
          <CorrectForm page={page} windowText={windowText} />
        </Way>
      )}
      {!isObsolete && (
        <Way title="It needs work">
          <ActionForm action={doubtPageAction}>
            <Looked page={page} />
            <TextArea
              name="note"
              label="What is wrong"
              hint="Readers see this at the head of the page until somebody has checked it."
              rows={3}
              maxLength={NOTE_MAX}
              required
            />
            <SubmitButton>Say that it needs work</SubmitButton>
          </ActionForm>
        </Way>
      )}
      {!isObsolete && (
        <Way title="It is obsolete" isOpen={Boolean(page.replacement)}>
          <ActionForm action={retirePageAction}>
            <Looked page={page} />
            <PageField
              name="replacement"
              label="The page that takes its place"
              hint="Begin to write its title, or paste its address."
              defaultValue={page.replacement}
            />
            <TextArea
              name="note"
              label="Why, or what to do instead"
              hint="Needed where no page takes its place."
              rows={2}
              maxLength={NOTE_MAX}
            />
            <SubmitButton>Mark as obsolete</SubmitButton>
          </ActionForm>
        </Way>
      )}
    </div>
  );
}

function Way({
  title,
  isOpen,
  children,
}: {
  title: string;
  isOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <details name="outcome" open={isOpen} className="py-1">
      <summary className="min-h-9 py-1.5 font-medium">{title}</summary>
      <div className="pb-4 pt-2">{children}</div>
    </details>
  );
}

/** Held against what, and until when: the part that every check has. */
function ConfirmForm({ page, windowText }: FormProps) {
  return (
    <ActionForm action={confirmPageAction}>
      <Looked page={page} />
      <TickList legend="Tick what you looked at" questions={QUESTIONS[page.kind]} />
      <CheckFields windowText={windowText} />
      <Field
        name="note"
        label="Or say in a sentence what you did"
        hint="Instead of the ticks; otherwise it may stay empty."
        maxLength={NOTE_MAX}
      />
      <SubmitButton>Verify this page</SubmitButton>
    </ActionForm>
  );
}

function CorrectForm({ page, windowText }: FormProps) {
  return (
    <ActionForm action={correctPageAction}>
      <Looked page={page} />
      <TextArea name="note" label="What you corrected" rows={2} maxLength={NOTE_MAX} required />
      <CheckFields windowText={windowText} />
      <SubmitButton>Verify the corrected page</SubmitButton>
    </ActionForm>
  );
}

function CheckFields({ windowText }: { windowText: string }) {
  return (
    <>
      <Field
        name="against"
        label="Held against what"
        hint="A version, a day of data, a run, a colleague who uses it."
        maxLength={AGAINST_MAX}
        required
      />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Field name="againstUrl" label="A link to it" hint="It may stay empty." />
        <Field name="checkAgainOn" type="date" label="Check again on" hint={windowText} />
      </div>
    </>
  );
}

const Looked = ({ page }: { page: ReviewedPage }) => (
  <>
    <input type="hidden" name="pageId" value={page.id} />
    <input type="hidden" name="revisionNumber" value={page.number} />
    {page.isFromQueue && <input type="hidden" name="from" value="queue" />}
  </>
);
