import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { type ActionState, type FormValues, formValues } from '@/foundation/action-state';
import type { Context } from '@/foundation/context';
import { Conflict, conflictOf, Forbidden, NotFound } from '@/foundation/errors';
import { log } from '@/foundation/log';
import { requestContext } from './queries';

/**
 * Makes a server action for a form: signs in, parses, runs the command, and maps what can go wrong
 * to a state that the form shows beside what was typed. `run` may redirect.
 */
export function action<Schema extends z.ZodType, Result>(
  schema: Schema,
  run: (context: Context, input: z.output<Schema>) => Promise<Result>,
) {
  return async (_previous: ActionState<Result>, form: FormData): Promise<ActionState<Result>> => {
    const values = formValues(form);
    try {
      // First who asks, then what: a stranger learns nothing from our corrections.
      const context = await requestContext();
      const parsed = schema.safeParse({ ...values, ...filesOf(form) });
      if (!parsed.success) {
        return { status: 'invalid', fieldErrors: firstErrors(parsed.error), values };
      }
      return { status: 'done', result: await run(context, parsed.data) };
    } catch (error) {
      unstable_rethrow(error);
      return { status: 'refused', message: sentenceFor(error), values };
    }
  };
}

function filesOf(form: FormData): Record<string, File> {
  const files: Record<string, File> = {};
  for (const [key, value] of form.entries()) {
    if (value instanceof File && value.size > 0) files[key] = value;
  }
  return files;
}

function firstErrors(error: z.ZodError): Record<string, string> {
  const errors: FormValues = {};
  for (const issue of error.issues) errors[String(issue.path[0] ?? 'form')] ??= issue.message;
  return errors as Record<string, string>;
}

function sentenceFor(error: unknown): string {
  if (error instanceof Forbidden || error instanceof Conflict) return error.message;
  if (error instanceof NotFound) return 'This no longer exists. Go back and reload the page.';
  const conflict = conflictOf(error);
  if (conflict) return conflict.message;
  log.error({ err: error }, 'action failed');
  return 'Something went wrong on our side. What you typed is still here: please try again.';
}
