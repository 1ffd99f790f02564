import { z } from 'zod';
import { PATH_MAX, pagePath } from '../../schema';

/** Where a folder is to lie from now on, with all that is in it. */
export const folderMoveInput = z.object({
  spaceSlug: z.string(),
  folder: z.string().min(1).max(PATH_MAX),
  toSpaceSlug: z.string(),
  toPath: pagePath,
});
export type FolderMove = z.output<typeof folderMoveInput>;
