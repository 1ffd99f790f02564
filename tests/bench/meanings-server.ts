/** A process that answers what is near in meaning, as the background process does, and does nothing else. */
import { holdMeanings } from '@/features/search/meaning/held/queries';
import { builtInModel } from '@/features/search/meaning/model';
import { meaningSocketPath, serveMeaning } from '@/features/search/meaning/socket';
import { PARTS_TOGETHER } from '@/features/search/meaning/vectors';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';
import { env } from '@/foundation/env';

const model = builtInModel();
const { table } = await holdMeanings(systemContext(currentInstant()), model);
await serveMeaning(
  meaningSocketPath(env.DATABASE_URL, env.NEXTAUTH_SECRET),
  async ({ text, most }) => {
    const [asked] = await model.embed([text], true);
    return table.nearest(asked ?? [], most, { parts: PARTS_TOGETHER });
  },
);
process.send?.(table.size);
// The server does not keep a process running by itself; this does, until the other end has gone.
process.on('disconnect', () => process.exit(0));
