import type { Actor } from '@/foundation/context';

/** Every signed-in reader comments. */
export const canComment = (actor: Actor): boolean => actor.personId !== null;

type Authored = { authorId: string | null };

/** A thread is settled by whoever began it and by those who keep the page. */
export const canResolve = (actor: Actor, thread: Authored, page: { canEdit: boolean }): boolean =>
  isOwn(actor, thread) || page.canEdit;

export const canEditComment = (actor: Actor, comment: Authored): boolean => isOwn(actor, comment);

export const canDeleteComment = (actor: Actor, comment: Authored): boolean =>
  isOwn(actor, comment) || actor.isAdministrator;

const isOwn = (actor: Actor, { authorId }: Authored) =>
  actor.personId !== null && actor.personId === authorId;
