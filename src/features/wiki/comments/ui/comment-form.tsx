'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { DraftKeeper } from '@/ui/draft-keeper';
import { ActionForm } from '@/ui/form/action-form';
import { Select } from '@/ui/form/select';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import { beginThreadAction } from '../actions';

type CommentFormProps = {
  pageId: string;
  sections: { value: string; label: string }[];
  /** The passage that it is about, in place of the choice of a section. */
  children?: ReactNode;
  /** How often somebody asked for the form; each time it takes the focus. */
  asked?: number;
};

/** A comment on a page: on a passage of it, on a section, or on the whole. */
export function CommentForm({ pageId, sections, children, asked = 0 }: CommentFormProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0) frame.current?.querySelector('textarea')?.focus();
  }, [asked]);

  return (
    <div ref={frame} className="no-print">
      <ActionForm action={beginThreadAction} className="mt-3 rounded-md border border-line p-4">
        <DraftKeeper draftKey={`wiki-comment ${pageId}`} />
        <input type="hidden" name="pageId" value={pageId} />
        {children ??
          (sections.length > 0 && (
            <Select
              name="sectionId"
              label="On"
              options={sections}
              emptyLabel="The page as a whole"
            />
          ))}
        <TextArea
          name="body"
          label="Your comment"
          hint="Name people by their handle, as in @mira-sol. Addresses become links."
          rows={4}
        />
        <SubmitButton>Comment</SubmitButton>
      </ActionForm>
    </div>
  );
}
