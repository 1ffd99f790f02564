import { z } from 'zod';
import { PAGE_KINDS } from './kinds';
import { MARKDOWN_MAX, TITLE_MAX } from './limits';

export type { PageKind } from './kinds';
export { MARKDOWN_MAX };

export const PATH_MAX = 240;
export const CHANGE_SUMMARY_MAX = 200;
const LIVE_UPDATE_MAX = 8_000_000;
export const STEWARDS_MAX = 8;
export const SPACE_NAME_MAX = 80;
export const SPACE_DESCRIPTION_MAX = 300;

export const pageKind = z.enum(PAGE_KINDS.map(({ value }) => value));

export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

// The same rule as the database's page_path_form, and nothing that an address would have to hide.
const PATH = /^(?!\.)[^/\\?#%\p{Cc}]+(?:\/(?!\.)[^/\\?#%\p{Cc}]+)*$/u;

export const pagePath = z
  .string()
  .trim()
  .transform((path) =>
    path
      .normalize('NFC')
      .replace(/^\/+|\/+$/g, '')
      .replace(/\.(?:md|markdown)$/i, ''),
  )
  .pipe(
    z
      .string()
      .min(1, 'Give the page an address, such as evaluation/interleaving.')
      .max(PATH_MAX, `An address has at most ${PATH_MAX} characters.`)
      .regex(
        PATH,
        'An address is made of words and slashes, without ? # % \\ and without a dot in front.',
      ),
  );

const title = z
  .string()
  .trim()
  .min(1, 'Give the page a title.')
  .max(TITLE_MAX, `A title has at most ${TITLE_MAX} characters.`);

// Browsers send CRLF; a text that was not touched must be the same as before.
const markdown = z
  .string()
  .max(MARKDOWN_MAX, 'This text is longer than a page can hold. Split it into several pages.')
  .transform((text) => text.replace(/\r\n?/g, '\n'));

const changeSummary = z
  .string()
  .trim()
  .max(CHANGE_SUMMARY_MAX, `Say it in at most ${CHANGE_SUMMARY_MAX} characters.`)
  .default('');

const optionalId = z
  .string()
  .trim()
  .optional()
  .transform((id) => id || null);

/** Handles as they are typed: with commas or spaces between them, with @ or without. */
const handles = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((typed) => [
    ...new Set(
      [typed ?? []]
        .flat()
        .flatMap((text) => text.split(/[\s,;]+/))
        .map((handle) => handle.replace(/^@/, '').toLowerCase())
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(z.string()).max(STEWARDS_MAX, `A page has at most ${STEWARDS_MAX} stewards.`));

const pageText = {
  title,
  markdown,
  kind: pageKind,
  ownerUnitId: optionalId,
  stewardHandles: handles,
  changeSummary,
};

/** `preview` shows what would be saved; nothing is stored. `publish` shows a draft to everybody. */
const intent = z.enum(['save', 'publish', 'preview']).default('save');

export const newPageInput = z.object({
  spaceSlug: z.string(),
  /** Left empty, it is made of the title. */
  path: z.union([z.literal(''), pagePath]).default(''),
  isDraft: z.boolean().optional(),
  ...pageText,
});
export type NewPage = z.output<typeof newPageInput>;

const typed = z.string().max(MARKDOWN_MAX).default('');
/** Asks for the template of a kind, with whatever was typed so far, be it right or not. */
const templateRequest = z.object({
  intent: z.literal('template'),
  title: typed,
  path: typed,
  kind: pageKind,
  markdown: typed,
  ownerUnitId: typed,
  stewardHandles: typed,
  changeSummary: typed,
});
export const newPageForm = z.discriminatedUnion('intent', [
  templateRequest,
  templateRequest.extend({ intent: z.literal('template-beneath') }),
  newPageInput.extend({ intent: z.literal('preview') }),
  newPageInput.extend({ intent: z.enum(['save', 'draft']) }),
]);

export const revisionInput = z.object({
  pageId: z.string(),
  /** The revision that the writer began from. */
  baseNumber: z.coerce.number().int().min(1),
  /** Set by the live editor: what it knows of the text that is being written together. */
  liveUpdate: z
    .base64('The editor sent something unreadable. Reload the page; your text is kept.')
    .max(LIVE_UPDATE_MAX)
    .transform((text): Uint8Array => Buffer.from(text, 'base64'))
    .optional(),
  ...pageText,
});
/** Where the page lies, so that a preview can follow its links. */
const address = { spaceSlug: z.string(), path: z.string() };
export const revisionForm = revisionInput.extend({ intent, ...address });
export type NewRevision = z.output<typeof revisionInput>;

export const restoreRevisionInput = z.object({
  pageId: z.string(),
  number: z.coerce.number().int().min(1),
  baseNumber: z.coerce.number().int().min(1),
});

export const pageInput = z.object({ pageId: z.string() });

/** Where a page is to lie from now on. */
export const moveInput = z.object({
  pageId: z.string(),
  toSpaceSlug: z.string(),
  toPath: pagePath,
  withSubPages: z
    .string()
    .optional()
    .transform((mark) => mark === 'on'),
});
export type Move = z.output<typeof moveInput>;

const spaceFacts = {
  name: z
    .string()
    .trim()
    .min(1, 'Give the space a name.')
    .max(SPACE_NAME_MAX, `A name has at most ${SPACE_NAME_MAX} characters.`),
  slug: z
    .string()
    .trim()
    .min(1, 'Give the space an address, such as ranking-guild.')
    .max(60, 'An address has at most 60 characters.')
    .regex(SLUG, 'An address is made of small letters, digits and single hyphens.'),
  description: z
    .string()
    .trim()
    .max(SPACE_DESCRIPTION_MAX, `Say it in at most ${SPACE_DESCRIPTION_MAX} characters.`)
    .default(''),
};

export const newSpaceInput = z.object({
  ...spaceFacts,
  ownerUnitId: z.string().min(1, 'Choose the unit that owns this space.'),
});
export type NewSpace = z.output<typeof newSpaceInput>;

export const spaceChangeInput = z.object({
  spaceId: z.string(),
  ...spaceFacts,
  /** What the form showed, so that nobody's change is undone by one who did not see it. */
  wasName: z.string().optional(),
  wasSlug: z.string().optional(),
  wasDescription: z.string().optional(),
});
export type SpaceChange = z.output<typeof spaceChangeInput>;

export const previewInput = z.object({
  spaceSlug: z.string(),
  path: z.string().max(PATH_MAX),
  title: z.string().max(TITLE_MAX),
  markdown,
});
