import { Readable } from 'node:stream';
import { addFile } from '@/features/wiki/files/commands';
import { getFilePlace } from '@/features/wiki/files/queries';
import type { Context } from '@/foundation/context';
import type { PrismaClient } from '@/foundation/prisma-client/client';
import { files } from '../wiki-files';
import { Calendar } from './calendar';
import { personId } from './organisation';

/** Puts files with pages as their stewards do it: by the command behind every upload. */
export async function addWikiFiles(db: PrismaClient, now: Date): Promise<void> {
  const calendar = new Calendar(now);
  for (const { page, by, ago, name, text } of files) {
    const ctx = await stewardAt(db, by, calendar.at(ago, name));
    const place = await getFilePlace(ctx, { spaceSlug: page.space, path: page.path });
    if (!place) throw new Error(`There is no page ${page.path} to put ${name} with.`);
    const added = await addFile(ctx, place, { name, bytes: Readable.from([Buffer.from(text)]) });
    if (!added.ok) throw new Error(added.message);
  }
}

async function stewardAt(db: PrismaClient, handle: string, now: Date): Promise<Context> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId(handle) },
    select: { name: true, timeZone: true },
  });
  const actor = {
    ...person,
    personId: personId(handle),
    handle,
    isAdministrator: false,
    isSystem: false,
    memberships: [],
  };
  return { actor, now };
}
