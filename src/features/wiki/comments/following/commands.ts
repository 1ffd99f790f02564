import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { findPageToChange } from '../../revisions/queries';

/** Hears of what happens to a page from now on, or no more. */
export async function followPage(ctx: Context, pageId: string, follows: boolean) {
  const { personId } = ctx.actor;
  authorize(personId !== null);
  const page = await findPageToChange(ctx, pageId);
  if (!page) throw new NotFound();
  if (follows) {
    const data = { pageId, personId, since: ctx.now };
    await db.pageFollow.createMany({ data, skipDuplicates: true });
  } else {
    await db.pageFollow.deleteMany({ where: { pageId, personId } });
  }
  return { ok: true, spaceSlug: page.spaceSlug, path: page.path } as const;
}
