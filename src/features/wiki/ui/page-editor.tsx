'use client';

import {
  type ComponentProps,
  type RefObject,
  useActionState,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { type ActionState, idle } from '@/foundation/action-state';
import { buttonClasses } from '@/ui/button';
import { DraftKeeper } from '@/ui/draft-keeper';
import { Field } from '@/ui/form/field';
import { Select } from '@/ui/form/select';
import { FormState } from '@/ui/form/state';
import { SubmitButton } from '@/ui/form/submit-button';
import { TextArea } from '@/ui/form/text-area';
import type { revisePageAction, writePageAction } from '../actions';
import { AlreadyThere } from '../gardening/ui/already-there';
import { LiveText } from '../live/ui/live-text';
import { fieldOf, refusals } from '../refusals';
import { MARKDOWN_MAX, PAGE_KINDS, TITLE_MAX } from '../schema';
import { Overtaking } from './overtaking';
import { Preview, usePreview } from './preview';
import { SyntaxHelp } from './syntax-help';

type Outcome =
  | (NonNullable<Awaited<ReturnType<typeof writePageAction>>> & { status: 'done' })['result']
  | (NonNullable<Awaited<ReturnType<typeof revisePageAction>>> & { status: 'done' })['result'];

type Values = Record<string, string | string[]>;

type PageEditorProps = {
  // One action writes a new page, the other revises one; the form shows how either ended.
  action: (previous: never, form: FormData) => Promise<ActionState<Outcome>>;
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

/** Writes a page as Markdown: a form that works by itself, and with JavaScript previews and keeps drafts. */
export function PageEditor({ action, initial, page, space, ...rest }: PageEditorProps) {
  const [state, send] = useActionState(
    action as (previous: ActionState<Outcome>, form: FormData) => Promise<ActionState<Outcome>>,
    idle,
  );
  const outcome = state.status === 'done' ? state.result : null;
  const shown = stateToShow(state, outcome);
  const overtaken = outcome?.outcome === 'overtaken' ? outcome : null;
  const baseNumber = overtaken?.current.number ?? page?.number;

  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const preview = usePreview(form, {
    spaceSlug: space.slug,
    path: initial.path,
    html: outcome?.outcome === 'preview' ? outcome.html : null,
  });
  const message = messageOf(shown);
  const [isLive, setIsLive] = useState(false);
  const goLive = useCallback(() => setIsLive(true), []);

  useEffect(() => {
    if (state.status !== 'idle' && outcome?.outcome !== 'preview') summary.current?.focus();
  }, [state, outcome]);

  return (
    <form ref={form} action={send} onInput={preview.refreshSoon} onKeyDown={saveByKeyboard}>
      {page && <input type="hidden" name="pageId" value={page.id} />}
      {/* Text, so that a kept draft brings back what it was begun from, and overwrites nothing newer. */}
      {baseNumber && <input key={baseNumber} hidden name="baseNumber" defaultValue={baseNumber} />}
      <input type="hidden" name="spaceSlug" value={space.slug} />
      {page && <input type="hidden" name="path" value={initial.path} />}

      <div ref={summary} tabIndex={-1}>
        {message && (
          <p
            role="alert"
            className="mb-4 rounded-md border border-danger bg-raised px-3 py-2 text-sm text-danger"
          >
            {message}
          </p>
        )}
        {overtaken && !isLive && <Overtaking overtaken={overtaken} timeZone={rest.timeZone} />}
        {overtaken && isLive && (
          <p
            role="alert"
            className="mb-4 rounded-md border border-line-strong bg-raised p-3 text-sm"
          >
            {overtaken.current.by ?? 'Somebody'} saved revision {overtaken.current.number}{' '}
            meanwhile. It was brought into the text below. Look it over, and save again.
          </p>
        )}
      </div>

      <FormState value={shown}>
        {!page && <AlreadyThere already={alreadyIn(outcome)} />}
        <DraftKeeper draftKey={page ? `wiki-page ${page.id}` : `wiki-page in ${space.slug}`} />
        <div className="grid gap-x-8 xl:grid-cols-2">
          <div className="min-w-0">
            <Fields initial={initial} page={page} form={form} onLive={goLive} {...rest} />
            <div className="flex flex-wrap gap-2">
              <SubmitButton name="intent" value="save">
                {!page
                  ? 'Create this page'
                  : page.isDraft
                    ? 'Save this draft'
                    : 'Save this revision'}
              </SubmitButton>
              {!page && (
                <SubmitButton look="secondary" name="intent" value="draft">
                  Keep as a draft
                </SubmitButton>
              )}
              {page?.isDraft && (
                <SubmitButton look="secondary" name="intent" value="publish">
                  Save and publish
                </SubmitButton>
              )}
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

type FieldsProps = Pick<PageEditorProps, 'initial' | 'page' | 'units' | 'stewards'> & {
  form: RefObject<HTMLFormElement | null>;
  onLive: () => void;
};

function Fields({ initial, page, form, onLive, units, stewards }: FieldsProps) {
  const isNew = !page;
  const text = (isLive: boolean) => (
    <TextArea
      name="markdown"
      label="Text, in Markdown"
      defaultValue={initial.markdown}
      rows={24}
      maxLength={MARKDOWN_MAX}
      className="w-full rounded-md border border-line-strong bg-raised px-3 py-2 font-mono text-sm leading-6"
      spellCheck
      data-kept-elsewhere={isLive}
    />
  );
  return (
    <>
      <Field
        name="title"
        label="Title"
        defaultValue={initial.title}
        required
        maxLength={TITLE_MAX}
      />
      {isNew && (
        <Field
          name="path"
          label="Address within the space"
          hint="Folders are separated by slashes, as in evaluation/interleaving. Left empty, it is made of the title."
          defaultValue={initial.path}
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
      {page ? (
        <LiveText
          pageId={page.id}
          form={form}
          markdown={initial.markdown}
          hasUnsavedText={page.hasUnsavedText}
          onLive={onLive}
        >
          {text}
        </LiveText>
      ) : (
        text(false)
      )}
      <SyntaxHelp />
      <Field
        name="changeSummary"
        label="What you changed"
        hint="One line for the history. It may stay empty."
      />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Select name="kind" label="Kind" options={PAGE_KINDS} defaultValue={initial.kind} />
        <Select
          name="ownerUnitId"
          label="Kept by"
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          emptyLabel="Those who own the space"
          defaultValue={initial.ownerUnitId}
        />
      </div>
      <Field
        name="stewardHandles"
        label="Stewards"
        hint="The handles of those who look after this page, with a space between two. It may stay empty."
        defaultValue={initial.stewardHandles}
        list="stewards"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id="stewards">
        {stewards.map(({ handle, name }) => (
          <option key={handle} value={handle}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** What the server found, with a preview of a new page, that says the same already. */
const alreadyIn = (outcome: Outcome | null) =>
  (outcome && 'already' in outcome && outcome.already) || [];

/** How it ended, in the words that fields understand; what was typed stays in every case. */
function stateToShow(state: ActionState<Outcome>, outcome: Outcome | null): ActionState {
  if (!outcome) return state;
  const values = Object.fromEntries(
    Object.entries(outcome.input).map(([name, value]) => [name, String(value ?? '')]),
  ) satisfies Values;
  const fieldErrors =
    outcome.outcome === 'refused' ? { [fieldOf[outcome.reason]]: refusals[outcome.reason] } : {};
  return { status: 'invalid', fieldErrors, values };
}

function messageOf(state: ActionState): string | null {
  if (state.status === 'refused') return state.message;
  if (state.status !== 'invalid') return null;
  const { form, ...fields } = state.fieldErrors;
  if (form) return form;
  return Object.keys(fields).length > 0
    ? 'Something needs a correction before it can be saved.'
    : null;
}

const saveByKeyboard: ComponentProps<'form'>['onKeyDown'] = (event) => {
  if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
  event.preventDefault();
  const save = event.currentTarget.querySelector<HTMLButtonElement>('button[value="save"]');
  event.currentTarget.requestSubmit(save);
};
