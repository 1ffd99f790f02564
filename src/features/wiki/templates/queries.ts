import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { PAGE_KINDS, type PageKind, pageKindName } from '../kinds';
import { canWordTemplates } from './policy';
import { DEFAULT_TEMPLATES, isUntouched, putBeneath } from './template-texts';

type Wording = {
  kind: PageKind;
  number: number;
  markdown: string | null;
  writtenAt: Date;
  by: { name: string; handle: string } | null;
};

/** The templates as they hold now, one for each kind, with who worded them last. */
export async function listTemplates(_ctx: Context) {
  const wordings = await db.$queryRaw<Wording[]>`
    SELECT DISTINCT ON (t.kind) t.kind, t.number, t.markdown, t."writtenAt",
           CASE WHEN k.id IS NOT NULL THEN json_build_object('name', k.name, 'handle', k.handle) END AS by
      FROM "PageTemplate" t LEFT JOIN "Person" k ON k.id = t."writtenById"
     ORDER BY t.kind, t.number DESC`;
  const latest = new Map(wordings.map((wording) => [wording.kind, wording]));
  return PAGE_KINDS.map(({ value: kind, label }) => {
    const last = latest.get(kind) ?? null;
    return {
      kind,
      label,
      number: last?.number ?? 0,
      markdown: last?.markdown ?? DEFAULT_TEMPLATES[kind],
      isDefault: !last?.markdown,
      last,
    };
  });
}

export type Template = Awaited<ReturnType<typeof listTemplates>>[number];

/**
 * The text of a new page with the template of its kind: in place of nothing or of another template,
 * beneath what was typed if that is wanted, else only offered. No word of the writer's is replaced.
 */
export async function fillTemplate(
  ctx: Context,
  { kind, markdown, isBeneath }: { kind: PageKind; markdown: string; isBeneath: boolean },
): Promise<{ markdown: string; offered: string | null }> {
  const templates = await listTemplates(ctx);
  const template = templates.find((each) => each.kind === kind)?.markdown ?? '';
  const known = [...templates.map((each) => each.markdown), ...Object.values(DEFAULT_TEMPLATES)];
  if (isUntouched(markdown, known)) return { markdown: template, offered: null };
  return isBeneath
    ? { markdown: putBeneath(markdown, template), offered: null }
    : { markdown, offered: template };
}

const EARLIER = 20;

/** The template of one kind, with what it said before, latest first. */
export async function getTemplate({ actor }: Context, kind: PageKind) {
  const wordings = await db.pageTemplate.findMany({
    where: { kind },
    select: {
      number: true,
      markdown: true,
      writtenAt: true,
      writtenBy: { select: { name: true, handle: true } },
    },
    orderBy: { number: 'desc' },
    take: EARLIER + 1,
  });
  const [last = null, ...earlier] = wordings.map(({ writtenBy: by, ...wording }) => ({
    ...wording,
    by,
  }));
  return {
    kind,
    label: pageKindName(kind),
    number: last?.number ?? 0,
    markdown: last?.markdown ?? DEFAULT_TEMPLATES[kind],
    isDefault: !last?.markdown,
    last,
    earlier,
    canWord: canWordTemplates(actor),
  };
}

/** What a lead needs who was overtaken: the wording they began from, and the one that holds now. */
export async function getWordings(_ctx: Context, kind: PageKind, baseNumber: number) {
  const wordings = await db.pageTemplate.findMany({
    where: { kind, number: { gte: baseNumber } },
    select: {
      number: true,
      markdown: true,
      writtenAt: true,
      writtenBy: { select: { name: true } },
    },
    orderBy: { number: 'desc' },
  });
  const textOf = (markdown?: string | null) => markdown ?? DEFAULT_TEMPLATES[kind];
  const current = wordings[0];
  if (!current) return null;
  const base = wordings.find(({ number }) => number === baseNumber);
  return {
    base: textOf(base?.markdown),
    current: {
      number: current.number,
      markdown: textOf(current.markdown),
      createdAt: current.writtenAt,
      author: current.writtenBy,
    },
  };
}
