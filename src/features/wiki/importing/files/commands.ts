import 'server-only';
import type { Context } from '@/foundation/context';
import { Conflict } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { keepBytes, storeBytes } from '../../files/commands';
import { spool } from '../../files/spooling';
import type { SourceFolder } from '../source-folder';
import type { PlannedFile } from './queries';

/**
 * Puts the files of an import into the store, before its pages: should the pages not follow, the
 * clean-up takes away what nothing shows.
 */
export async function storeFiles(
  ctx: Context,
  space: { id: string },
  files: readonly PlannedFile[],
  open: SourceFolder['open'],
): Promise<void> {
  for (const file of files) {
    if (!file.isNew || !open) continue;
    const spooled = await spool(await open(file.file), file.size);
    try {
      if (spooled?.sha256 !== file.sha256) {
        throw new Conflict(`${file.file} changed while it was imported. Start again.`);
      }
      await storeBytes(spooled);
      await transact(async (tx) => {
        await keepBytes(tx, spooled);
        const { id, name, type, size, sha256 } = file;
        const { count } = await tx.attachment.createMany({
          data: {
            id,
            name,
            type,
            size,
            sha256,
            spaceId: space.id,
            sourcePath: file.file,
            uploaderId: ctx.actor.personId,
            createdAt: ctx.now,
          },
          skipDuplicates: true,
        });
        if (count > 0) await recordEvent(tx, ctx, 'file.added', { fileId: id });
      });
    } finally {
      await spooled?.discard();
    }
  }
}
