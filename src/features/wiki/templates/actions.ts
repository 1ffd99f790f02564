'use server';

import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { leadTo } from '@/foundation/lead-to';
import { broughtTogether } from '../editing/overtaking';
import { kindSlug, type PageKind } from '../kinds';
import { refusals } from '../refusals';
import { restoreDefaultTemplate, wordTemplate } from './commands';
import { getWordings } from './queries';
import { defaultTemplateInput, templateInput } from './schema';

const templateHref = (kind: PageKind) => `/wiki-templates/${kindSlug(kind)}`;

/** Saves a wording, or shows what another lead saved meanwhile beside it. */
export const wordTemplateAction = action(templateInput, async (ctx, input) => {
  const saved = await wordTemplate(ctx, input);
  if (saved.ok) leadTo(templateHref(input.kind));
  if (saved.reason === 'unsettled') throw new Conflict(refusals.unsettled);
  const wordings = await getWordings(ctx, input.kind, input.baseNumber);
  if (!wordings) throw new Conflict(CHANGED);
  const { base, current } = wordings;
  return broughtTogether(
    { ...input, title: '' },
    {
      base: { title: '', markdown: base },
      current: { ...current, title: '', changeSummary: '' },
    },
  );
});

const CHANGED = 'Another lead changed this template meanwhile. Reload to see what it asks now.';

export const restoreDefaultTemplateAction = action(defaultTemplateInput, async (ctx, input) => {
  const restored = await restoreDefaultTemplate(ctx, input);
  if (!restored.ok) throw new Conflict(CHANGED);
  leadTo(templateHref(input.kind));
});
