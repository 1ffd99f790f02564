import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import type { Transaction } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { transact } from '@/foundation/transaction';
import { isUnsettled } from '../editing/merging';
import type { PageKind } from '../kinds';
import { canWordTemplates } from './policy';
import type { NewTemplate } from './schema';

/** Words what pages of a kind are asked; pages that are there already stay as they are. */
export async function wordTemplate(ctx: Context, { kind, baseNumber, markdown }: NewTemplate) {
  authorizeWording(ctx);
  if (isUnsettled(markdown)) return { ok: false, reason: 'unsettled' } as const;
  return writeNext(ctx, { kind, baseNumber, markdown });
}

/** Takes back the guild's own words; the portal's hold again, and the guild's stay on record. */
export async function restoreDefaultTemplate(
  ctx: Context,
  { kind, baseNumber }: { kind: PageKind; baseNumber: number },
) {
  authorizeWording(ctx);
  return writeNext(ctx, { kind, baseNumber, markdown: null });
}

const authorizeWording = ({ actor }: Context) =>
  authorize(canWordTemplates(actor), 'Templates are worded by the leads of guilds.');

async function writeNext(
  ctx: Context,
  { kind, baseNumber, markdown }: { kind: PageKind; baseNumber: number; markdown: string | null },
) {
  return transact(async (tx) => {
    const before = await lockLatest(tx, kind);
    const number = (before?.number ?? 0) + 1;
    if (number !== baseNumber + 1) return { ok: false, reason: 'changed-underneath' } as const;
    if ((before?.markdown ?? null) === markdown) return { ok: true } as const;
    await tx.pageTemplate.create({
      data: { kind, number, markdown, writtenAt: ctx.now, writtenById: ctx.actor.personId },
      select: { number: true },
    });
    await recordAudit(tx, ctx, {
      action: markdown === null ? 'template.restored' : 'template.worded',
      subjectKind: 'template',
      subjectId: kind,
      before: { number: baseNumber, markdown: before?.markdown ?? null },
      after: { number, markdown },
    });
    return { ok: true } as const;
  });
}

/** Two leads who save at the same moment take turns. */
async function lockLatest(tx: Transaction, kind: PageKind) {
  await tx.$executeRaw`LOCK TABLE "PageTemplate" IN SHARE ROW EXCLUSIVE MODE`;
  return tx.pageTemplate.findFirst({
    where: { kind },
    select: { number: true, markdown: true },
    orderBy: { number: 'desc' },
  });
}
