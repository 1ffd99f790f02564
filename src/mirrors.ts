import { runMirror } from '@/features/wiki/mirroring/running/commands';
import { listDueMirrors } from '@/features/wiki/mirroring/running/queries';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';
import { log } from '@/foundation/log';

const IDLE_MILLISECONDS = 1_000;
const AFTER_FAILURE_MILLISECONDS = 10_000;

type Rhythm = { isStopping: () => boolean; pause: (milliseconds: number) => Promise<void> };

const now = () => systemContext(currentInstant());

/** Keeps spaces and their git repositories together, beside the facts; one that is slow holds up no other. */
export async function keepMirrors({ isStopping, pause }: Rhythm): Promise<void> {
  const running = new Map<string, Promise<void>>();
  const run = async (spaceId: string) => {
    while (!isStopping() && (await runMirror(now(), spaceId)) === 'more');
  };
  while (!isStopping()) {
    try {
      for (const spaceId of await listDueMirrors(now())) {
        if (running.has(spaceId)) continue;
        const turn = run(spaceId)
          .catch((error: unknown) => log.error({ err: error, spaceId }, 'a mirror broke off'))
          .finally(() => running.delete(spaceId));
        running.set(spaceId, turn);
      }
      await pause(IDLE_MILLISECONDS);
    } catch (error) {
      log.error({ err: error }, 'mirrors could not be looked at; trying again');
      await pause(AFTER_FAILURE_MILLISECONDS);
    }
  }
  await Promise.all(running.values());
}
