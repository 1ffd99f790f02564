import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { db, type Transaction } from '@/foundation/db';
import { env } from '@/foundation/env';
import { recordEvent } from '@/foundation/events';
import { slugFrom } from '@/foundation/slug';
import { findByEmail } from './queries';

/**
 * The user for a verified address: tied to the person whom the organisation's record names, or to a
 * new person where it names none. The caller has decided that the address may come in.
 */
export async function openUser(ctx: Context, { email, name }: { email: string; name?: string }) {
  const known = await findByEmail(ctx, email);
  return db.$transaction(async (tx) => {
    const personId = known?.personId ?? (await recordNewcomer(tx, ctx, email, name));
    // The address belongs to this person now; an earlier holder signs in by account, or not at all.
    await tx.user.updateMany({
      where: { email, personId: { not: personId } },
      data: { email: `${personId}.replaced@guildhall.invalid` },
    });
    return tx.user.upsert({
      where: { personId },
      create: { personId, email, name, emailVerified: ctx.now },
      update: { email, emailVerified: ctx.now },
    });
  });
}

async function recordNewcomer(tx: Transaction, ctx: Context, email: string, name?: string) {
  const local = email.slice(0, email.lastIndexOf('@'));
  const person = await tx.person.create({
    data: { handle: await freeHandle(tx, slugFrom(local)), name: name?.trim() || local, email },
    select: { id: true, handle: true, name: true },
  });
  await recordEvent(tx, ctx, 'person.changed', { personId: person.id });
  await recordAudit(tx, ctx, {
    action: 'person.recorded',
    subjectKind: 'person',
    subjectId: person.id,
    after: { handle: person.handle, name: person.name, email },
    reason: 'First sign-in with an address of the company.',
  });
  return person.id;
}

async function freeHandle(tx: Transaction, wanted: string): Promise<string> {
  const taken = await tx.person.findMany({
    where: { OR: [{ handle: wanted }, { handle: { startsWith: `${wanted}-` } }] },
    select: { handle: true },
  });
  const handles = new Set(taken.map(({ handle }) => handle));
  let handle = wanted;
  for (let number = 2; handles.has(handle); number += 1) handle = `${wanted}-${number}`;
  return handle;
}

/** The address named in the environment becomes administrator, as long as nobody else is one. */
export async function appointFirstAdministrator(ctx: Context, userId: string): Promise<void> {
  const email = env.FIRST_ADMINISTRATOR_EMAIL;
  if (!email) return;
  await db.$transaction(async (tx) => {
    const appointed = await tx.$queryRaw<{ personId: string }[]>`
      UPDATE "User" SET "isAdministrator" = true
       WHERE id = ${userId} AND email = ${email} AND NOT EXISTS (
         SELECT 1 FROM "User" u JOIN "Person" p ON p.id = u."personId"
          WHERE u."isAdministrator" AND p."deactivatedAt" IS NULL)
      RETURNING "personId"`;
    for (const { personId } of appointed) {
      await recordAudit(tx, ctx, {
        action: 'person.made-administrator',
        subjectKind: 'person',
        subjectId: personId,
        after: { isAdministrator: true },
        reason: 'Named in FIRST_ADMINISTRATOR_EMAIL.',
      });
    }
  });
}
