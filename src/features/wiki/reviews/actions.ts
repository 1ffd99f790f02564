'use server';

import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { leadTo } from '@/foundation/lead-to';
import { type PageAddress, pageHref } from '../addresses';
import { confirmPage, correctPage, doubtPage, retirePage } from './commands';
import { type ReviewRefusal, reviewRefusals } from './refusals';
import { reportPage, withdrawReport } from './reports/commands';
import {
  confirmInput,
  correctInput,
  doubtInput,
  pageInput,
  reportInput,
  retireInput,
} from './schema';

type Outcome = ({ ok: true } & PageAddress) | { ok: false; reason: ReviewRefusal };

/** Back to the page, whose head now tells the outcome; or on with the queue. */
function showPage(outcome: Outcome, from?: 'queue'): never {
  if (!outcome.ok) throw new Conflict(reviewRefusals[outcome.reason]);
  leadTo(from ? '/wiki-reviews' : pageHref(outcome));
}

export const confirmPageAction = action(confirmInput, async (ctx, input) =>
  showPage(await confirmPage(ctx, input), input.from),
);

export const correctPageAction = action(correctInput, async (ctx, input) =>
  showPage(await correctPage(ctx, input), input.from),
);

export const doubtPageAction = action(doubtInput, async (ctx, input) =>
  showPage(await doubtPage(ctx, input), input.from),
);

export const retirePageAction = action(retireInput, async (ctx, input) =>
  showPage(await retirePage(ctx, input), input.from),
);

export const reportPageAction = action(reportInput, async (ctx, input) =>
  showPage(await reportPage(ctx, input)),
);

export const withdrawReportAction = action(pageInput, async (ctx, { pageId }) =>
  showPage(await withdrawReport(ctx, pageId)),
);
