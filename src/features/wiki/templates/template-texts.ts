import type { PageKind } from '../kinds';
import { LESSONS_LEARNED, PAPER_NOTES } from './defaults/experience';
import { BEST_PRACTICE, GLOSSARY_ENTRY, HOW_TO } from './defaults/practice';
import { DATA_PIPELINE_PATTERN, MODEL_ARCHITECTURE } from './defaults/systems';

/** The templates of a portal whose guild has not worded its own. Questions are comments: readers never see them. */
export const DEFAULT_TEMPLATES: Readonly<Record<PageKind, string>> = {
  BEST_PRACTICE,
  MODEL_ARCHITECTURE,
  DATA_PIPELINE_PATTERN,
  LESSONS_LEARNED,
  HOW_TO,
  PAPER_NOTES,
  GLOSSARY_ENTRY,
};

const asRead = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Whether nobody would miss a text that a template takes the place of: there is none, or only another template. */
export const isUntouched = (typed: string, templates: readonly string[]): boolean =>
  asRead(typed) === '' || templates.some((template) => asRead(template) === asRead(typed));

/** A template beneath what somebody has typed; not a word of theirs changes. */
export const putBeneath = (typed: string, template: string): string =>
  `${typed.replace(/\s+$/, '')}\n\n${template}`;
