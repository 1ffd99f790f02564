'use server';

import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { leadTo } from '@/foundation/lead-to';
import { slugFrom } from '@/foundation/slug';
import { pageHref, spaceHref } from './addresses';
import { archivePage, createPage, openSpace, reinstatePage } from './commands';
import { publishPage } from './drafts/commands';
import { broughtTogether } from './editing/overtaking';
import { getOvertaking, previewPage } from './editing/queries';
import { listAlready } from './gardening/likeness/queries';
import { refusals, refusedInput } from './refusals';
import { restoreRevision, revisePage } from './revisions/commands';
import {
  newPageForm,
  newSpaceInput,
  pageInput,
  restoreRevisionInput,
  revisionForm,
} from './schema';
import { fillTemplate } from './templates/queries';

/** Opens a shelf of pages. */
export const openSpaceAction = action(newSpaceInput, async (ctx, input) => {
  const opened = await openSpace(ctx, input);
  if (!opened.ok) throw new Conflict(refusals[opened.reason]);
  leadTo(spaceHref(opened.slug));
});

/** Shows or stores a new page, or fills a template into its text. */
export const writePageAction = action(newPageForm, async (ctx, form) => {
  if (form.intent === 'template' || form.intent === 'template-beneath') {
    const { intent, ...typed } = form;
    const isBeneath = intent === 'template-beneath';
    const { markdown, offered } = await fillTemplate(ctx, { ...typed, isBeneath });
    return { outcome: 'template', offered, input: { ...typed, markdown } } as const;
  }
  if (form.intent === 'preview') {
    const { intent: _, ...input } = form;
    const { html } = await previewPage(ctx, {
      ...input,
      path: input.path || slugFrom(input.title),
    });
    const already = await listAlready(ctx, input);
    return { outcome: 'preview', html, already, input } as const;
  }
  const { intent, ...input } = form;
  const created = await createPage(ctx, { ...input, isDraft: intent === 'draft' });
  if (!created.ok) return refusedInput(created.reason, input);
  leadTo(pageHref(created));
});

/** Shows or stores the next revision of a page. */
export const revisePageAction = action(
  revisionForm,
  async (ctx, { intent, spaceSlug, path, ...input }) => {
    if (intent === 'preview') {
      const { html } = await previewPage(ctx, { ...input, spaceSlug, path });
      return { outcome: 'preview', html, input } as const;
    }
    const saved = await revisePage(ctx, input);
    if (saved.ok && intent === 'publish') await publishPage(ctx, input.pageId);
    if (saved.ok) leadTo(pageHref(saved));
    if (saved.reason !== 'changed-underneath') return refusedInput(saved.reason, input);
    const overtaking = await getOvertaking(ctx, input.pageId, input.baseNumber);
    if (!overtaking) return refusedInput(saved.reason, input);
    return { outcome: 'overtaken', ...broughtTogether(input, overtaking) } as const;
  },
);

/** Makes an earlier revision the page's next one. */
export const restoreRevisionAction = action(restoreRevisionInput, async (ctx, input) => {
  const restored = await restoreRevision(ctx, input);
  if (!restored.ok) throw new Conflict(refusals[restored.reason]);
  leadTo(pageHref(restored));
});

/** Shows a draft to everybody. */
export const publishPageAction = action(pageInput, async (ctx, { pageId }) => {
  const published = await publishPage(ctx, pageId);
  if (!published.ok) throw new Conflict(refusals[published.reason]);
  leadTo(pageHref(published));
});

export const archivePageAction = action(pageInput, async (ctx, { pageId }) => {
  leadTo(pageHref(await archivePage(ctx, pageId)));
});

export const reinstatePageAction = action(pageInput, async (ctx, { pageId }) => {
  leadTo(pageHref(await reinstatePage(ctx, pageId)));
});
