import { z } from 'zod';
import { agendaItemKinds, ITEM_MINUTES_MAX, id, text, title } from '../schema';

const minutes = z.coerce
  .number('Write the length in minutes.')
  .int('Write whole minutes.')
  .min(1, 'An item takes at least one minute.')
  .max(ITEM_MINUTES_MAX, `An item takes at most ${ITEM_MINUTES_MAX} minutes.`);
const item = {
  kind: z.enum(agendaItemKinds, 'Choose what kind of item this is.'),
  title,
  summary: text,
  minutes,
  /** A handle or a whole name; empty when nobody presents yet. */
  presenter: z.string().trim().max(120).default(''),
  /** An address or a whole name; empty for the presenter's home squad. */
  squad: z.string().trim().max(120).default(''),
};

export const addAgendaItemInput = z.object({ meetupId: id, ...item });
export const editAgendaItemInput = z.object({ itemId: id, ...item });
export const wordAgendaItemInput = z.object({ itemId: id, title, summary: text });
export const moveAgendaItemInput = z.object({ itemId: id, direction: z.enum(['UP', 'DOWN']) });
export const removeAgendaItemInput = z.object({ itemId: id });
