import { nameOf, pathOfFile } from '../../addresses';
import type { SourcePage } from '../../importing/source-folder';
import { kindFrom } from '../../kinds';
import { readMarkdown } from '../../rendering/render-markdown';
import { CHANGE_SUMMARY_MAX, type NewPage, newPageInput } from '../../schema';
import { clipped } from './words';

/** A text that somebody added to a mirror, as the draft of a page. */
export function newPageOf(
  spaceSlug: string,
  { file, markdown, facts }: SourcePage,
  saidBy: string,
): { ok: true; input: NewPage } | { ok: false; reason: string } {
  const path = pathOfFile(file);
  const input = newPageInput.safeParse({
    spaceSlug,
    path,
    title: facts?.title ?? readMarkdown(markdown).writtenTitle ?? nameOf(path),
    markdown,
    kind: kindFrom(facts?.kind ?? null) ?? 'HOW_TO',
    ownerUnitId: '',
    stewardHandles: [],
    changeSummary: clipped(saidBy, CHANGE_SUMMARY_MAX),
  });
  if (!input.success) {
    return { ok: false, reason: input.error.issues[0]?.message ?? 'It cannot be a page.' };
  }
  return { ok: true, input: { ...input.data, isDraft: true } };
}
