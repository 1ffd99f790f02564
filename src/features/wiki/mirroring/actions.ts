'use server';

import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { leadTo } from '@/foundation/lead-to';
import { exportHref } from '../addresses';
import { beginMirrorAnew, switchMirrorOff, switchMirrorOn } from './commands';
import { mirroredSpaceInput, mirrorInput } from './schema';

const led = ({ slug }: { slug: string }) => leadTo(exportHref({ spaceSlug: slug }));

export const switchMirrorOnAction = action(mirrorInput, async (ctx, input) => {
  const done = await switchMirrorOn(ctx, input);
  if (done.ok) led(done);
  throw new Conflict('The operator names no repository for this space. Choose the disk.');
});

export const switchMirrorOffAction = action(mirroredSpaceInput, async (ctx, input) =>
  led(await switchMirrorOff(ctx, input)),
);

export const beginMirrorAnewAction = action(mirroredSpaceInput, async (ctx, input) =>
  led(await beginMirrorAnew(ctx, input)),
);
