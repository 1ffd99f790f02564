'use client';

import { type ComponentProps, memo, useLayoutEffect, useRef, useState } from 'react';
import { ControlFrame, controlClasses, type Labelled, useControl } from './control';

/** A text of several lines. */
export function TextArea({
  name,
  label,
  hint,
  defaultValue,
  rows = 5,
  ...props
}: Labelled & ComponentProps<'textarea'>) {
  const { id, key, value, error, describedBy } = useControl({ name, label, hint }, defaultValue);
  const control = useTypedBeforeHydration(id);
  return (
    <ControlFrame label={label} hint={hint} error={error} id={id}>
      <SteadyTextArea
        ref={control}
        key={key}
        id={id}
        name={name}
        rows={rows}
        defaultValue={value as string}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy}
        className={controlClasses}
        {...props}
      />
    </ControlFrame>
  );
}

/**
 * Left alone unless something about it changed: React sets the first text of a textarea anew at
 * every rendering, and Chromium then forgets where the caret was and what was selected.
 */
const SteadyTextArea = memo(function SteadyTextArea(props: ComponentProps<'textarea'>) {
  return <textarea {...props} />;
});

type Typed = {
  value: string;
  selection: [start: number, end: number, direction: HTMLTextAreaElement['selectionDirection']];
  hadFocus: boolean;
};

/**
 * Keeps what was typed and selected in a textarea before the script arrived: hydrating one, React
 * puts its first text back without asking.
 */
function useTypedBeforeHydration(id: string) {
  const control = useRef<HTMLTextAreaElement>(null);
  const [typed] = useState(() => readTyped(id));
  useLayoutEffect(() => {
    if (typed && control.current) restore(control.current, typed);
  }, [typed]);
  return control;
}

function readTyped(id: string): Typed | null {
  if (typeof document === 'undefined') return null;
  const sent = document.getElementById(id);
  if (!(sent instanceof HTMLTextAreaElement)) return null;
  const { value, selectionStart, selectionEnd, selectionDirection } = sent;
  return {
    value,
    selection: [selectionStart, selectionEnd, selectionDirection],
    hadFocus: document.activeElement === sent,
  };
}

function restore(control: HTMLTextAreaElement, { value, selection, hadFocus }: Typed) {
  if (control.value !== value) control.value = value;
  if (!hadFocus) return;
  if (document.activeElement === document.body) control.focus({ preventScroll: true });
  if (document.activeElement !== control) return; // the reader has gone on
  const [start, end] = selection;
  if (control.selectionStart !== start || control.selectionEnd !== end)
    control.setSelectionRange(...selection);
}
