import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { log } from '@/foundation/log';
import type { OutboxFact } from '@/foundation/outbox';
import { takeIn } from '../arrivals/commands';
import { mirrorFolder } from '../places/queries';
import { type Branch, BranchTrouble } from '../repository/branch';
import { Clash, holds, isSince, openRepository, type Repository } from '../repository/objects';
import type { IntendedCommits } from '../schema';
import { writeWaiting } from '../writing/waiting/queries';
import {
  confirm,
  dropIntended,
  holdOn,
  keep,
  LostLease,
  type MirrorState,
  takeLease,
} from './keeping/commands';
import { branchOf } from './queries';

const LOOK_MILLISECONDS = 30_000;
const RETRY_MILLISECONDS = 10_000;
const RETRY_MAX_MILLISECONDS = 3_600_000;

/** `more`: there is more to do at once. `busy`: another process does it, or it was switched off. */
export type MirrorOutcome = 'done' | 'more' | 'failed' | 'busy';

/**
 * Brings a space and its branch one batch nearer to each other. Whatever moment a process dies at,
 * the next one goes on from what Postgres knows: no commit is lost and none is made twice.
 */
export async function runMirror(ctx: Context, spaceId: string): Promise<MirrorOutcome> {
  const run = await takeLease(ctx, spaceId);
  if (!run) return 'busy';
  try {
    const isDone = await bringNearer(ctx, run);
    await settle(ctx, run, isDone);
    return isDone ? 'done' : 'more';
  } catch (error) {
    if (error instanceof LostLease) return 'busy';
    const isTold = error instanceof BranchTrouble || error instanceof Clash;
    if (!isTold) log.error({ err: error, space: run.slug }, 'a mirror could not go on');
    await fail(ctx, run, isTold ? error.message : BROKEN).catch((lost: unknown) => {
      if (!(lost instanceof LostLease)) throw lost;
    });
    return 'failed';
  }
}

const BROKEN = 'Something went wrong on our side; the log tells what. It is tried again by itself.';

async function bringNearer(ctx: Context, run: MirrorState): Promise<boolean> {
  const repository = await openRepository(mirrorFolder(run.repository));
  const branch = branchOf(run, repository);
  let tip = await branch.read();
  if (run.intended) await settleIntended(run, run.intended, repository, tip);
  if (!tip && run.head) tip = await bringBack(run.head, repository, branch);
  if (tip && !run.head) throw new BranchTrouble(NOT_EMPTY);
  if (tip && run.head && (run.arriving || tip !== run.head)) {
    await takeInNext(ctx, run, repository, tip);
    if (tip !== run.head) return false;
  }
  const { oid, pages, isAll } = await writeWaiting(ctx, run, repository, () => holdOn(run));
  if (!oid || oid === run.head) return isAll;
  const intended = { oid, pages };
  // Kept before the branch moves, so that afterwards it is known whose commits these are.
  await keep(run, { intended });
  if (!(await branch.advance(run.head, oid))) return false;
  await confirm(run, intended);
  return isAll;
}

async function settleIntended(
  run: MirrorState,
  intended: IntendedCommits,
  repository: Repository,
  tip: string | null,
) {
  if (tip && (await isSince(repository, tip, intended.oid))) await confirm(run, intended);
  else await dropIntended(run);
}

/** An empty branch in place of one that held something: what is missing there is pushed again. */
async function bringBack(head: string, repository: Repository, branch: Branch) {
  if (!(await holds(repository, head))) throw new BranchTrouble(LOST);
  return (await branch.advance(null, head)) ? head : branch.read();
}

async function takeInNext(ctx: Context, run: MirrorState, repository: Repository, tip: string) {
  if (!run.head) return;
  if (!run.arriving) {
    if (!(await isSince(repository, tip, run.head))) throw new BranchTrouble(rewritten(run.head));
    await keep(run, { arriving: tip });
    run.arriving = tip;
  }
  await takeIn(ctx, run, repository, { from: run.head, to: run.arriving });
}

const NOT_EMPTY =
  'The branch has commits already. Move it away, or name an empty repository, and begin anew.';
const LOST =
  'The repository is gone, and with it what was mirrored. Put it back from a copy, or begin anew.';
const rewritten = (head: string) =>
  `The branch no longer holds commit ${head.slice(0, 7)}, the last that Guildhall knows: its history was rewritten. Put that commit back, or move the branch away and begin anew.`;

async function settle({ now }: Context, run: MirrorState, isDone: boolean): Promise<void> {
  const released = { lease: null, leasedUntil: null };
  const nextLookAt = isDone ? new Date(now.getTime() + LOOK_MILLISECONDS) : now;
  if (isDone) {
    // What was recorded since this began is looked at next.
    await db.wikiMirror.updateMany({
      where: { spaceId: run.spaceId, lease: run.lease, wantedAt: { lte: now } },
      data: { wantedAt: null },
    });
  }
  await keep(run, {
    ...released,
    nextLookAt,
    failure: null,
    failures: 0,
    ...(isDone && { mirroredAt: now }),
  });
}

async function fail({ now }: Context, run: MirrorState, failure: string): Promise<void> {
  const failures = run.failures + 1;
  const wait = Math.min(RETRY_MILLISECONDS * 2 ** (failures - 1), RETRY_MAX_MILLISECONDS);
  const nextLookAt = new Date(now.getTime() + wait);
  await keep(run, { lease: null, leasedUntil: null, failure, failures, nextLookAt });
}

/** Pages that facts tell of are to be mirrored soon; where they were, too. */
export async function wantMirrors(ctx: Context, facts: readonly OutboxFact[]): Promise<void> {
  const ids = facts.flatMap(({ name, payload }) =>
    /^(page|proposal)\./.test(name) ? pagesOf(payload) : [],
  );
  if (ids.length === 0) return;
  await db.$executeRaw`
    UPDATE "WikiMirror" m SET "wantedAt" = ${ctx.now}
     WHERE m."isOn" AND (
       EXISTS (SELECT 1 FROM "WikiPage" p WHERE p.id = ANY (${ids}) AND p."spaceId" = m."spaceId")
       OR EXISTS (SELECT 1 FROM "WikiMirrorPage" h WHERE h."pageId" = ANY (${ids}) AND h."spaceId" = m."spaceId"))`;
}

function pagesOf(payload: OutboxFact['payload']): string[] {
  if (payload === null || typeof payload !== 'object' || Array.isArray(payload)) return [];
  const { pageId, pageIds } = payload;
  const several = Array.isArray(pageIds) ? pageIds : [];
  return [pageId, ...several].filter((id): id is string => typeof id === 'string');
}
