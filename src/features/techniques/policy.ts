import type { Actor } from '@/foundation/context';
import type { RelationKind } from './relations/circles';

export type TechniqueFacts = {
  /** The squad that began it; once that is gone, the squads that carry it on. */
  keeperSquadIds: readonly string[];
};

/** A guest is with a squad but does not speak for it. Guild and chapter roles count for nothing here. */
export const speaksFor = (actor: Actor, squadId: string) =>
  squadsSpokenFor(actor).includes(squadId);

export const squadsSpokenFor = (actor: Actor) => [
  ...new Set(
    actor.memberships
      .filter(({ kind, role }) => kind === 'SQUAD' && role !== 'GUEST')
      .map(({ unitId }) => unitId),
  ),
];

/** Everyone signed in reads techniques; a squad's own are written by its members. */
export const canRecordTechnique = (actor: Actor, squadId: string) =>
  actor.isAdministrator || speaksFor(actor, squadId);

export const canEditTechnique = (actor: Actor, { keeperSquadIds }: TechniqueFacts) =>
  actor.isAdministrator || keeperSquadIds.some((squadId) => speaksFor(actor, squadId));

/**
 * A squad says what its own technique grew from. That one is superseded ends it, so that is for the
 * squad whose technique it is to say, not for the one that offers another.
 */
export const canRelate = (
  actor: Actor,
  kind: RelationKind,
  { from, to }: { from: TechniqueFacts; to: TechniqueFacts },
) => canEditTechnique(actor, kind === 'SUPERSEDES' ? to : from);

export const canEditAttempt = (
  actor: Actor,
  { squadId, authorId }: { squadId: string; authorId: string | null },
) => (authorId !== null && authorId === actor.personId) || speaksFor(actor, squadId);
