import { addDays } from '@/foundation/days';

/** Whether an entry is still true, as far as somebody answers for it. */
export const freshnessStates = ['fresh', 'due', 'overdue', 'obsolete', 'unreviewed'] as const;
export type Freshness = (typeof freshnessStates)[number];

/** So many days after it came due, an entry is overdue: as the wiki says of its pages. */
export const GRACE_DAYS = 30;

const names: Record<Freshness, string> = {
  fresh: 'Fresh',
  due: 'Due for review',
  overdue: 'Overdue',
  obsolete: 'Obsolete',
  unreviewed: 'Never verified',
};

export const freshnessName = (freshness: Freshness) => names[freshness];

type Review = { reviewDueOn: Date | null; verifiedAt: Date | null; isObsolete: boolean };

/** Judged on the day somebody looks, because days pass without any change; the search statement says the same. */
export function freshnessOn(
  { reviewDueOn, verifiedAt, isObsolete }: Review,
  today: Date,
): Freshness {
  if (isObsolete) return 'obsolete';
  if (verifiedAt === null) return 'unreviewed';
  if (reviewDueOn === null || today < reviewDueOn) return 'fresh';
  return today > addDays(reviewDueOn, GRACE_DAYS) ? 'overdue' : 'due';
}
