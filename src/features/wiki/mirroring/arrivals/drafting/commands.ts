import 'server-only';
import type { Context } from '@/foundation/context';
import { createPage } from '../../../commands';
import type { SourcePage } from '../../../importing/source-folder';
import { reviseOnBehalf } from '../../../revisions/commands';
import type { NewPage } from '../../../schema';
import type { MirrorState } from '../../running/keeping/commands';
import { newPageOf } from '../fresh';
import type { Pushed } from '../pushed';
import { findPushedDraft } from '../queries';
import type { Arrival } from '../sorting';
import { saysBy } from '../words';

/** Makes a pushed text a draft, or the next revision of the draft that an earlier push began. */
export async function draft(
  ctx: Context,
  { slug, spaceId }: MirrorState,
  file: string,
  text: SourcePage,
  commits: readonly Pushed[],
): Promise<Arrival> {
  const page = newPageOf(slug, text, saysBy(commits));
  if (!page.ok) return { file, outcome: 'left', note: page.reason };
  const created = await createPage(ctx, page.input);
  if (created.ok) return { file, outcome: 'drafted', note: '', pageId: created.pageId };
  const own = await findPushedDraft(spaceId, page.input.path);
  if (!own?.currentRevision) return { file, outcome: 'left', note: ADDRESS_TAKEN };
  const pageId = own.id;
  const refusal = await reviseDraft(ctx, pageId, own.currentRevision, page.input);
  return refusal
    ? { file, outcome: 'left', note: REFUSALS[refusal], pageId }
    : { file, outcome: 'drafted', note: '', pageId };
}

const ADDRESS_TAKEN =
  'Another page or draft has this address, and its text comes to lie here. Propose there what is to stay of this one.';

const REFUSALS = {
  'changed-underneath':
    'Somebody in Guildhall writes this draft by now, and its text comes to lie here. Add there what is to stay of this one.',
  archived: 'The draft is in the archive. Put it back there, and commit the file once more.',
  unsettled: 'It still has the marks of a merge. Settle them, and commit the file once more.',
} as const;

/** Null when the draft says what was pushed; what a person wrote into it is not written over. */
async function reviseDraft(
  ctx: Context,
  pageId: string,
  current: { number: number; markdown: string; authorId: string | null },
  { title, markdown, changeSummary }: NewPage,
): Promise<keyof typeof REFUSALS | null> {
  if (current.markdown === markdown) return null;
  if (current.authorId) return 'changed-underneath';
  const text = { pageId, baseNumber: current.number, title, markdown, changeSummary };
  const revised = await reviseOnBehalf(ctx, text, { authorId: null, settle: async () => {} });
  return revised.ok ? null : revised.reason;
}
