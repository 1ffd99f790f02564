'use client';

import { useCallback, useState } from 'react';
import { Field } from '@/ui/form/field';
import { SubmitButton } from '@/ui/form/submit-button';
import { AlreadyThere } from '../gardening/ui/already-there';
import { TITLE_MAX } from '../limits';
import { LiveText } from '../live/ui/live-text';
import { KindAndTemplate } from '../templates/ui/kind-and-template';
import { type Overtaken, Overtaking } from './overtaking';
import { KeepingFields, PathField } from './page-fields';
import { SyntaxHelp } from './syntax-help';
import { MarkdownField, TextForm } from './text-form';
import { type TextAction, useTextForm } from './use-text-form';

type PageEditorProps = {
  /** One action writes a new page, the other revises one. */
  action: TextAction;
  /** What the fields hold at first. */
  initial: {
    title: string;
    path: string;
    kind: string;
    ownerUnitId: string;
    stewardHandles: string;
    markdown: string;
  };
  /** The page that is edited; without it a new one is written. */
  page?: { id: string; number: number; isDraft: boolean; hasUnsavedText: boolean };
  space: { slug: string; name: string };
  units: { id: string; name: string }[];
  stewards: { handle: string; name: string }[];
  cancelHref: string;
  timeZone: string;
};

/** Writes a page as Markdown, together with others where the live editor can be reached. */
export function PageEditor({ action, initial, page, space, ...rest }: PageEditorProps) {
  const own = useTextForm(action, { spaceSlug: space.slug, path: initial.path });
  const [isLive, setIsLive] = useState(false);
  const goLive = useCallback(() => setIsLive(true), []);
  const { overtaken } = own;

  return (
    <TextForm
      own={own}
      hidden={{ spaceSlug: space.slug, ...(page && { pageId: page.id, path: initial.path }) }}
      baseNumber={page?.number}
      overtaking={
        overtaken &&
        (isLive ? (
          <BroughtIn current={overtaken.current} />
        ) : (
          <Overtaking overtaken={overtaken} timeZone={rest.timeZone} />
        ))
      }
      draftKey={page ? `wiki-page ${page.id}` : `wiki-page in ${space.slug}`}
      submitLabel={submitLabelOf(page)}
      otherWays={<OtherWays page={page} />}
      cancelHref={rest.cancelHref}
    >
      {!page && <AlreadyThere already={own.already} />}
      <Field
        name="title"
        label="Title"
        defaultValue={initial.title}
        required
        maxLength={TITLE_MAX}
      />
      {page ? (
        <LiveText
          pageId={page.id}
          form={own.form}
          markdown={initial.markdown}
          hasUnsavedText={page.hasUnsavedText}
          onLive={goLive}
        >
          {(isTaken) => (
            <MarkdownField defaultValue={initial.markdown} data-kept-elsewhere={isTaken} />
          )}
        </LiveText>
      ) : (
        <>
          <PathField initial={initial.path} />
          <KindAndTemplate initial={initial.kind} filled={own.filled} />
          <MarkdownField defaultValue={initial.markdown} />
        </>
      )}
      <SyntaxHelp />
      <Field
        name="changeSummary"
        label="What you changed"
        hint="One line for the history. It may stay empty."
      />
      <KeepingFields
        initial={initial}
        withKind={page !== undefined}
        units={rest.units}
        stewards={rest.stewards}
      />
    </TextForm>
  );
}

function submitLabelOf(page: PageEditorProps['page']): string {
  if (!page) return 'Create this page';
  return page.isDraft ? 'Save this draft' : 'Save this revision';
}

function OtherWays({ page }: Pick<PageEditorProps, 'page'>) {
  if (page && !page.isDraft) return null;
  return (
    <SubmitButton look="secondary" name="intent" value={page ? 'publish' : 'draft'}>
      {page ? 'Save and publish' : 'Keep as a draft'}
    </SubmitButton>
  );
}

/** Somebody saved first, and what they wrote is in the text already. */
function BroughtIn({ current }: Pick<Overtaken, 'current'>) {
  return (
    <p role="alert" className="mb-4 rounded-md border border-line-strong bg-raised p-3 text-sm">
      {current.by ?? 'Somebody'} saved revision {current.number} meanwhile. It was brought into the
      text below. Look it over, and save again.
    </p>
  );
}
