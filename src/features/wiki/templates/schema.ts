import { z } from 'zod';
import { pageKind } from '../schema';
import { TEMPLATE_MAX } from './limits';

const base = {
  kind: pageKind,
  /** The wording that the writer began from; 0 is what the portal brings. */
  baseNumber: z.coerce.number().int().min(0),
};

export const templateInput = z.object({
  ...base,
  markdown: z
    .string()
    .max(TEMPLATE_MAX, `A template has at most ${TEMPLATE_MAX.toLocaleString('en')} characters.`)
    .transform((text) => text.replace(/\r\n?/g, '\n'))
    .refine((text) => text.trim() !== '', 'Write what a page of this kind should tell.'),
});
export type NewTemplate = z.output<typeof templateInput>;

export const defaultTemplateInput = z.object(base);
