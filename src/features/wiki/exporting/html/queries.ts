import 'server-only';
import { buffer } from 'node:stream/consumers';
import type { Context } from '@/foundation/context';
import { dayOf, formatDay } from '@/foundation/days';
import { env } from '@/foundation/env';
import { isPicture } from '../../files/names';
import { getFile, openFile } from '../../files/queries';
import { fileIdsIn } from '../../files/references';
import { getPageExport } from '../queries';
import { pageHtml, picturesIn } from './page-html';

/** Pictures beyond this are left out: the file is to be sent and opened, not unpacked. */
const PICTURES_BYTES_MAX = 25_000_000;

/** A page as one HTML file; null when there is no such page. */
export async function exportPageHtml(
  ctx: Context,
  address: { spaceSlug: string; path: string },
): Promise<string | null> {
  const page = await getPageExport(ctx, address);
  if (!page) return null;
  const { title, html, ownerUnit, stewards, editedAt, standing } = page;
  const facts = [
    standing,
    ownerUnit && `Kept by ${ownerUnit.name}`,
    stewards.length > 0 && `Stewards: ${stewards.map(({ person }) => person.name).join(', ')}`,
    `Edited on ${formatDay(dayOf(editedAt))}`,
  ].filter((fact): fact is string => Boolean(fact));
  const pictures = await picturesOf(ctx, html);
  return pageHtml({ title, facts, html, origin: new URL(env.NEXTAUTH_URL).origin, pictures });
}

async function picturesOf(ctx: Context, html: string): Promise<Map<string, string>> {
  const pictures = new Map<string, string>();
  let left = PICTURES_BYTES_MAX;
  for (const address of new Set(picturesIn(html))) {
    const [id = ''] = fileIdsIn(address);
    const file = await getFile(ctx, id);
    if (!file || !isPicture(file.type) || file.size > left) continue;
    const bytes = await openFile(ctx, file);
    if (!bytes) continue;
    left -= file.size;
    const data = (await buffer(bytes)).toString('base64');
    pictures.set(address, `data:${file.type};base64,${data}`);
  }
  return pictures;
}
