/** What a form shows after it was sent: nothing yet, what to correct, why not, or what came of it. */
export type ActionState<Result = unknown> =
  | { status: 'idle' }
  | { status: 'invalid'; fieldErrors: Record<string, string>; values: FormValues }
  | { status: 'refused'; message: string; values: FormValues }
  | { status: 'done'; result: Result };

/** What the reader had typed, to be shown again when the server says no. */
export type FormValues = Record<string, string | string[]>;

export const idle: ActionState<never> = { status: 'idle' };

/** Reads a sent form: `name` is a text; `name[]`, once or many times, is a list under `name`. */
export function formValues(form: FormData): FormValues {
  const values: FormValues = {};
  for (const [key, sent] of form.entries()) {
    if (typeof sent !== 'string' || key.startsWith('$ACTION')) continue;
    // Postgres stores no NUL; in its place stands the sign for what cannot be shown, as in an import.
    const value = sent.replaceAll('\0', '\uFFFD');
    if (key.endsWith('[]')) {
      const name = key.slice(0, -2);
      values[name] = [...((values[name] as string[]) ?? []), value];
    } else {
      values[key] = value;
    }
  }
  return values;
}
