'use client';

import { useActionState, useEffect, useRef } from 'react';
import { type ActionState, idle } from '@/foundation/action-state';
import type { KnownPage } from '../gardening/ui/already-there';
import type { Overtaken } from './overtaking';
import { usePreview } from './preview';

type Input = Record<string, unknown>;

/** What a form of a page's text shows after it was sent; what was typed comes back in every case. */
type TextOutcome =
  | { outcome: 'preview'; html: string; input: Input; already?: readonly KnownPage[] }
  | { outcome: 'template'; offered: string | null; input: Input }
  | { outcome: 'refused'; field: string; message: string; input: Input }
  | ({ outcome: 'overtaken'; input: Input } & Overtaken);

type Action<Previous> = (previous: Previous, form: FormData) => Promise<ActionState<TextOutcome>>;

// Server actions are typed by their own results; a form of a text shows how any of them ended.
export type TextAction = Action<never>;

/** A form of a page's text: how it ended, what to say of that, and the text as it would be read. */
export function useTextForm(action: TextAction, address: { spaceSlug: string; path: string }) {
  const [state, send] = useActionState(action as Action<ActionState<TextOutcome>>, idle);
  const outcome = state.status === 'done' ? state.result : null;
  const shown = stateToShow(state, outcome);
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const previewed = outcome?.outcome === 'preview' ? outcome : null;
  const preview = usePreview(form, { ...address, html: previewed?.html ?? null });

  useEffect(() => {
    const isOnlyShown = outcome?.outcome === 'preview' || outcome?.outcome === 'template';
    if (state.status !== 'idle' && !isOnlyShown) summary.current?.focus();
  }, [state, outcome]);

  const filled = outcome?.outcome === 'template' ? outcome : null;
  const { refreshSoon } = preview;
  useEffect(() => {
    if (filled) refreshSoon();
  }, [filled, refreshSoon]);

  return {
    form,
    summary,
    preview,
    send,
    shown,
    message: messageOf(shown),
    overtaken: outcome?.outcome === 'overtaken' ? outcome : null,
    already: previewed?.already ?? [],
    filled,
  };
}

/** How it ended, in the words that fields understand. */
function stateToShow(state: ActionState<TextOutcome>, outcome: TextOutcome | null): ActionState {
  if (!outcome) return state;
  const values = Object.fromEntries(
    Object.entries(outcome.input).map(([name, value]) => [name, String(value ?? '')]),
  );
  const fieldErrors: Record<string, string> =
    outcome.outcome === 'refused' ? { [outcome.field]: outcome.message } : {};
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
