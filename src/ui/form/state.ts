'use client';

import { createContext, useContext } from 'react';
import { type ActionState, idle } from '@/foundation/action-state';

// Every field reads what was typed and what was wrong with it from the form around it.
export const FormState = createContext<ActionState>(idle);

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
