import { dueAfter } from '@/features/wiki/reviews/freshness';
import { QUESTIONS } from '@/features/wiki/reviews/questions';
import { dayOf } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { checks, doubts, reports, retirements } from '../wiki-reviews';
import type { Calendar } from './calendar';
import { fraction, idOf } from './identifiers';
import { personId } from './organisation';
import { readWiki, type WikiPageSeed } from './wiki';

/** Readings are told for so many days back. */
const READING_DAYS = 75;
const READINGS_A_DAY_MAX = 14;

/** Whether pages are still true: who checked them, what readers said, and how often they are read. */
export async function loadWikiReviews(tx: Transaction, calendar: Calendar): Promise<void> {
  const pages = new Map(readWiki().map((page) => [`${page.space}/${page.path}`, page]));
  const pageNamed = (name: string): WikiPageSeed => {
    const page = pages.get(name);
    if (!page) throw new Error(`There is no page ${name}.`);
    return page;
  };
  const looked = (name: string, ago: number, by?: string) => {
    const page = pageNamed(name);
    return {
      pageId: idOf('page', page.space, page.path),
      reviewerId: personId(by ?? page.steward),
      at: calendar.at(ago, `review ${name}`),
      revisionNumber: 1 + page.updates.filter((update) => update.ago >= ago).length,
    };
  };
  const rows = [
    ...checks.map(({ page, ago, by, against, url }) => {
      const { kind } = pageNamed(page);
      const look = looked(page, ago, by);
      const ticks = [...QUESTIONS[kind]];
      const nextDueOn = dueAfter(kind, dayOf(look.at));
      return { ...look, outcome: 'CONFIRMED' as const, against, againstUrl: url, ticks, nextDueOn };
    }),
    ...doubts.map(({ page, ago, note }) => ({
      ...looked(page, ago),
      outcome: 'OUTDATED' as const,
      note,
    })),
    ...retirements.map(({ page, ago, note, replacement }) => ({
      ...looked(page, ago),
      outcome: 'RETIRED' as const,
      note,
      replacedById: looked(replacement, ago).pageId,
    })),
  ];
  // In the order of time, for the latest row is the last word.
  await tx.knowledgeReview.createMany({ data: rows.toSorted((a, b) => +a.at - +b.at) });
  await tx.readerReport.createMany({
    data: reports.map(({ page, ago, by, word, isSigned }) => ({
      pageId: looked(page, ago).pageId,
      readerId: personId(by),
      word,
      isSigned,
      reportedAt: calendar.at(ago, `report ${page} ${by}`),
    })),
  });
  await tx.readingTotal.createMany({ data: [...pages.values()].flatMap(readingsOf(calendar)) });
}

/** Some pages are read every day, others now and then; nobody reads much at weekends. */
const readingsOf = (calendar: Calendar) => (page: WikiPageSeed) => {
  const name = `${page.space}/${page.path}`;
  const liking = fraction(`liking ${name}`) ** 2;
  return Array.from({ length: Math.min(READING_DAYS, page.created) }, (_, ago) => {
    const day = calendar.day(ago);
    const isWeekend = day.getUTCDay() % 6 === 0;
    const chance = fraction(`readings ${name} ${ago}`);
    const reads = Math.floor(chance * liking * READINGS_A_DAY_MAX * (isWeekend ? 0.15 : 1) + 0.2);
    return { pageId: idOf('page', page.space, page.path), day, reads };
  }).filter(({ reads }) => reads > 0);
};
