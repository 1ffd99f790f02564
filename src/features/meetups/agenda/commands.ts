import 'server-only';
import type { z } from 'zod';
import type { Context } from '@/foundation/context';
import type { Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import type { AgendaItemModel } from '@/foundation/prisma-client/models';
import { transact } from '@/foundation/transaction';
import { announce, type LockedMeetup, lockMeetup } from '../dates/commands';
import { canRunMeetups, canWordAgendaItem } from '../policy';
import type {
  addAgendaItemInput,
  editAgendaItemInput,
  moveAgendaItemInput,
  removeAgendaItemInput,
  wordAgendaItemInput,
} from './schema';

/** Puts an item at the end of a date's agenda. */
export async function addAgendaItem(context: Context, input: z.output<typeof addAgendaItemInput>) {
  const { meetupId, presenter, squad, ...fields } = input;
  return transact(async (tx) => {
    const meetup = await lockMeetup(tx, context, meetupId);
    authorize(canRunMeetups(context.actor, meetup));
    const named = await findNamed(tx, meetup, presenter, squad);
    if (!named.ok) return named;
    const last = await tx.agendaItem.aggregate({ where: { meetupId }, _max: { position: true } });
    const position = (last._max.position ?? 0) + 1;
    const { id } = await tx.agendaItem.create({
      data: { meetupId, position, ...fields, ...named.ids },
      select: { id: true },
    });
    await announce(tx, context, meetupId, 'agenda.item_added', {
      after: { title: fields.title, kind: fields.kind, minutes: fields.minutes, ...named.ids },
    });
    return { ok: true, itemId: id } as const;
  });
}

/** Changes everything about an item but its place. */
export async function editAgendaItem(
  context: Context,
  input: z.output<typeof editAgendaItemInput>,
) {
  const { itemId, presenter, squad, ...fields } = input;
  return transact(async (tx) => {
    const { item, meetup } = await lockItem(tx, context, itemId);
    authorize(canRunMeetups(context.actor, meetup));
    const named = await findNamed(tx, meetup, presenter, squad);
    if (!named.ok) return named;
    const after = { ...fields, ...named.ids };
    await tx.agendaItem.update({ where: { id: itemId }, data: after });
    await announce(tx, context, meetup.id, 'agenda.item_edited', { before: told(item), after });
    return { ok: true, meetupId: meetup.id } as const;
  });
}

/** Changes the words of an item; also for the one who presents it. */
export async function wordAgendaItem(
  context: Context,
  input: z.output<typeof wordAgendaItemInput>,
) {
  const { itemId, title, summary } = input;
  return transact(async (tx) => {
    const { item, meetup } = await lockItem(tx, context, itemId);
    authorize(canWordAgendaItem(context.actor, meetup, item));
    await tx.agendaItem.update({ where: { id: itemId }, data: { title, summary } });
    await announce(tx, context, meetup.id, 'agenda.item_worded', {
      before: { title: item.title, summary: item.summary },
      after: { title, summary },
    });
    return { ok: true, meetupId: meetup.id } as const;
  });
}

/** Lets an item change places with the one before or after it; at the end of the list nothing happens. */
export async function moveAgendaItem(
  context: Context,
  input: z.output<typeof moveAgendaItemInput>,
) {
  const { itemId, direction } = input;
  return transact(async (tx) => {
    const { item, meetup } = await lockItem(tx, context, itemId);
    authorize(canRunMeetups(context.actor, meetup));
    const isUp = direction === 'UP';
    const neighbour = await tx.agendaItem.findFirst({
      where: {
        meetupId: meetup.id,
        position: isUp ? { lt: item.position } : { gt: item.position },
      },
      orderBy: { position: isUp ? 'desc' : 'asc' },
    });
    if (!neighbour) return { ok: true } as const;
    // Two items never hold one place, so one of them steps aside first.
    await tx.agendaItem.update({ where: { id: item.id }, data: { position: -1 } });
    await tx.agendaItem.update({ where: { id: neighbour.id }, data: { position: item.position } });
    await tx.agendaItem.update({ where: { id: item.id }, data: { position: neighbour.position } });
    await announce(tx, context, meetup.id, 'agenda.item_moved', {
      before: { title: item.title, position: item.position },
      after: { title: item.title, position: neighbour.position },
    });
    return { ok: true } as const;
  });
}

export async function removeAgendaItem(
  context: Context,
  input: z.output<typeof removeAgendaItemInput>,
) {
  const { itemId } = input;
  return transact(async (tx) => {
    const { item, meetup } = await lockItem(tx, context, itemId);
    authorize(canRunMeetups(context.actor, meetup));
    await tx.agendaItem.delete({ where: { id: itemId } });
    await announce(tx, context, meetup.id, 'agenda.item_removed', { before: told(item) });
    return { ok: true } as const;
  });
}

// The date is locked before its item is read, so that of two changes one waits for the other.
async function lockItem(tx: Transaction, context: Context, itemId: string) {
  const found = await tx.agendaItem.findUnique({
    where: { id: itemId },
    select: { meetupId: true },
  });
  if (!found) throw new NotFound();
  const meetup = await lockMeetup(tx, context, found.meetupId);
  const item = await tx.agendaItem.findUnique({ where: { id: itemId } });
  if (!item) throw new NotFound();
  return { item, meetup };
}

/** Finds who presents and for which squad: of a presenter alone, the home squad on that day. */
async function findNamed(
  tx: Transaction,
  { occursOn }: LockedMeetup,
  presenter: string,
  squad: string,
) {
  const person = presenter ? await findPerson(tx, presenter) : null;
  if (presenter && !person) return { ok: false, reason: 'unknown-presenter' } as const;
  const unit = squad ? await findSquad(tx, squad) : null;
  if (squad && !unit) return { ok: false, reason: 'unknown-squad' } as const;
  const home =
    person && !unit
      ? await tx.membership.findFirst({
          where: {
            personId: person.id,
            isPrimary: true,
            supersededAt: null,
            validFrom: { lte: occursOn },
            OR: [{ validTo: null }, { validTo: { gt: occursOn } }],
          },
          select: { unitId: true },
        })
      : null;
  const squadId = unit?.id ?? home?.unitId ?? null;
  return { ok: true, ids: { presenterId: person?.id ?? null, squadId } } as const;
}

/** By handle, else by a whole name that only one person has. */
async function findPerson(tx: Transaction, text: string) {
  const byHandle = await tx.person.findUnique({
    where: { handle: text.toLowerCase().replace(/^@/, '') },
    select: { id: true },
  });
  if (byHandle) return byHandle;
  const byName = await tx.person.findMany({
    where: { name: { equals: text, mode: 'insensitive' } },
    select: { id: true },
    take: 2,
  });
  return byName.length === 1 ? (byName[0] ?? null) : null;
}

async function findSquad(tx: Transaction, text: string) {
  const found = await tx.orgUnit.findMany({
    where: {
      kind: 'SQUAD',
      OR: [{ slug: text.toLowerCase() }, { name: { equals: text, mode: 'insensitive' } }],
    },
    select: { id: true },
    take: 2,
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function told({ kind, title, summary, minutes, presenterId, squadId }: AgendaItemModel) {
  return { kind, title, summary, minutes, presenterId, squadId };
}
