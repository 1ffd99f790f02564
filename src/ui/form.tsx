'use client';

import {
  type ComponentProps,
  createContext,
  type ReactNode,
  useActionState,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useFormStatus } from 'react-dom';
import { type ActionState, idle } from '@/foundation/action-state';
import { Button } from './button';

// Every field reads what was typed and what was wrong with it from the form around it.
export const FormState = createContext<ActionState>(idle);

type FormAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

type ActionFormProps = Omit<ComponentProps<'form'>, 'action'> & {
  // A server action is typed by its own result; a form only shows how it ended.
  action: (previous: never, form: FormData) => Promise<ActionState>;
  /** Shown in place of nothing when it went well and the action did not redirect. */
  doneMessage?: ReactNode;
};

/** A form that posts to a server action, with or without JavaScript, and keeps what was typed. */
export function ActionForm({ action, doneMessage, children, ...props }: ActionFormProps) {
  const [state, send] = useActionState(action as FormAction, idle);
  const summary = useRef<HTMLDivElement>(null);
  const message = formMessage(state);

  useEffect(() => {
    if (state.status === 'invalid' || state.status === 'refused') summary.current?.focus();
  }, [state]);

  return (
    <form action={send} {...props}>
      <FormState value={state}>
        {message && (
          <div
            ref={summary}
            tabIndex={-1}
            role="alert"
            className="mb-4 rounded-md border border-danger bg-raised px-3 py-2 text-sm text-danger"
          >
            {message}
          </div>
        )}
        {state.status === 'done' && doneMessage && (
          <div
            role="status"
            className="mb-4 rounded-md border border-line bg-accent-soft px-3 py-2 text-sm"
          >
            {doneMessage}
          </div>
        )}
        {children}
      </FormState>
    </form>
  );
}

function formMessage(state: ActionState): string | null {
  if (state.status === 'refused') return state.message;
  if (state.status !== 'invalid') return null;
  const count = Object.keys(state.fieldErrors).length;
  return (
    state.fieldErrors.form ??
    (count === 1 ? 'One field needs a correction.' : `${count} fields need a correction.`)
  );
}

/** What a field of this form was sent as and what was wrong with it, for controls that a feature brings itself. */
export function useField(name: string, initial: unknown) {
  const state = useContext(FormState);
  const kept = 'values' in state ? state.values[name] : undefined;
  const error = state.status === 'invalid' ? state.fieldErrors[name] : undefined;
  return {
    error,
    value: kept ?? initial,
    key: kept === undefined ? 'initial' : JSON.stringify(kept),
  };
}

type FieldFrameProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  id: string;
  children: ReactNode;
};

function FieldFrame({ label, hint, error, id, children }: FieldFrameProps) {
  return (
    <div className="mb-4">
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-sm text-muted">
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

const controlClasses =
  'w-full rounded-md border border-line-strong bg-raised px-3 py-1.5 text-base sm:text-[0.9375rem] aria-invalid:border-danger';

const describedBy = (id: string, hint: unknown, error: unknown) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

type Labelled = { name: string; label: ReactNode; hint?: ReactNode };

/** A one-line text, date or number. */
export function Field({
  name,
  label,
  hint,
  defaultValue,
  ...props
}: Labelled & ComponentProps<'input'>) {
  const id = useId();
  const { error, value, key } = useField(name, defaultValue);
  return (
    <FieldFrame label={label} hint={hint} error={error} id={id}>
      <input
        key={key}
        id={id}
        name={name}
        defaultValue={value as string}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        className={controlClasses}
        {...props}
      />
    </FieldFrame>
  );
}

/**
 * Keeps what was typed into a textarea before the script arrived: hydrating one, React puts its
 * first text back without asking.
 */
function useTypedBeforeHydration(id: string) {
  const control = useRef<HTMLTextAreaElement>(null);
  const [typed] = useState(() => {
    if (typeof document === 'undefined') return null;
    const sent = document.getElementById(id);
    return sent instanceof HTMLTextAreaElement ? sent.value : null;
  });
  useLayoutEffect(() => {
    const { current } = control;
    if (typed !== null && current && current.value !== typed) current.value = typed;
  }, [typed]);
  return control;
}

/** A text of several lines. */
export function TextArea({
  name,
  label,
  hint,
  defaultValue,
  rows = 5,
  ...props
}: Labelled & ComponentProps<'textarea'>) {
  const id = useId();
  const { error, value, key } = useField(name, defaultValue);
  const control = useTypedBeforeHydration(id);
  return (
    <FieldFrame label={label} hint={hint} error={error} id={id}>
      <textarea
        ref={control}
        key={key}
        id={id}
        name={name}
        rows={rows}
        defaultValue={value as string}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        className={controlClasses}
        {...props}
      />
    </FieldFrame>
  );
}

type SelectProps = Labelled &
  Omit<ComponentProps<'select'>, 'children'> & {
    options: readonly { value: string; label: string }[];
    /** A first choice that stands for nothing chosen. */
    emptyLabel?: string;
  };

/** One choice of a list. */
export function Select({
  name,
  label,
  hint,
  options,
  emptyLabel,
  defaultValue,
  ...props
}: SelectProps) {
  const id = useId();
  const { error, value, key } = useField(name, defaultValue);
  return (
    <FieldFrame label={label} hint={hint} error={error} id={id}>
      <select
        key={key}
        id={id}
        name={name}
        defaultValue={value as string}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        className={controlClasses}
        {...props}
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** A yes-or-no mark; sends "on" when set. */
export function Checkbox({
  name,
  label,
  hint,
  defaultChecked,
  ...props
}: Labelled & ComponentProps<'input'>) {
  const id = useId();
  const { error, value, key } = useField(name, defaultChecked ? 'on' : undefined);
  return (
    <div className="mb-4">
      <div className="flex items-start gap-2.5">
        <input
          key={key}
          id={id}
          type="checkbox"
          name={name}
          defaultChecked={value === 'on'}
          aria-describedby={describedBy(id, hint, error)}
          className="mt-1 size-4 accent-(--accent)"
          {...props}
        />
        <label htmlFor={id} className="text-sm">
          {label}
        </label>
      </div>
      {hint && (
        <p id={`${id}-hint`} className="ml-6.5 text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="ml-6.5 mt-1 text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

type ChoicesProps = Labelled & {
  options: readonly { value: string; label: ReactNode; hint?: ReactNode }[];
  defaultValue?: string;
};

/** One choice of a few, all of them in sight. */
export function Choices({ name, label, hint, options, defaultValue }: ChoicesProps) {
  const id = useId();
  const { error, value, key } = useField(name, defaultValue);
  return (
    <fieldset className="mb-4" aria-describedby={describedBy(id, hint, error)}>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-sm text-muted">
          {hint}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} className="flex items-start gap-2.5 py-1 text-[0.9375rem]">
          <input
            key={key}
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={value === option.value}
            className="mt-1 size-4 shrink-0 accent-(--accent)"
          />
          <span>
            {option.label}
            {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
          </span>
        </label>
      ))}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** The button that sends the form around it; says that it is working while it is. */
export function SubmitButton({
  look = 'primary',
  children,
  ...props
}: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" look={look} aria-disabled={pending || undefined} {...props}>
      {children}
      {pending && <span className="sr-only">(sending)</span>}
      {pending && (
        <span
          aria-hidden
          className="size-3.5 animate-spin rounded-full border-2 border-current border-t-transparent"
        />
      )}
    </Button>
  );
}
