'use server';

import { after } from 'next/server';
import { z } from 'zod';
import { action } from '@/features/identity/action';
import { leadTo } from '@/foundation/lead-to';
import { importHref } from '../formats';
import { applyImport, compareImport, startImport } from './commands';

const SHORT_MILLISECONDS = 1_500;
const runInput = z.object({ id: z.uuid() });

/** Short work is done when the page comes; long work goes on after it, whether the reader stays or not. */
export const applyWikiImportAction = action(runInput, async (ctx, { id }) => {
  await startImport(ctx, id, 'applying');
  await inTheBackground(applyImport(ctx, id));
  leadTo(importHref(id));
});

export const compareWikiImportAction = action(runInput, async (ctx, { id }) => {
  await startImport(ctx, id, 'comparing');
  await inTheBackground(compareImport(ctx, id));
  leadTo(importHref(id));
});

async function inTheBackground(work: Promise<void>) {
  after(() => work);
  await Promise.race([work, new Promise((done) => setTimeout(done, SHORT_MILLISECONDS))]);
}
