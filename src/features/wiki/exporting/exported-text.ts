import { fileIdsIn } from '../files/references';
import type { PageKind } from '../schema';
import { exportedTarget } from './file-places';
import { withFacts } from './page-facts';
import { rewriteTargets } from './targets';

export type PageToExport = {
  path: string;
  title: string;
  kind: PageKind;
  ownerUnit: { slug: string } | null;
  stewards: readonly { person: { handle: string } }[];
  markdown: string;
  /** Whether it is still true, in a line. */
  standing: string | undefined;
};

/**
 * A page's text as it lies in an export, with its facts at the head.
 * @param fileIds files that lie beside it: links to them lead there
 */
export function exportedText(page: PageToExport, fileIds?: ReadonlySet<string>): string {
  const { markdown, path, title, kind, ownerUnit, stewards, standing } = page;
  const named = fileIds && fileIdsIn(markdown).some((id) => fileIds.has(id)) ? fileIds : null;
  const text = named
    ? rewriteTargets(markdown, (target) => exportedTarget(target, path, named))
    : markdown;
  return withFacts(text, {
    title,
    kind: kind.toLowerCase().replaceAll('_', '-'),
    owner: ownerUnit?.slug ?? null,
    stewards: stewards.map(({ person }) => person.handle),
    standing,
  });
}
