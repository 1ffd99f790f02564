import type { Standing } from './freshness';

type Written<Value> = Value extends Date ? string : Value;

/** A standing as JSON: its instants and days are texts. */
export type StandingJson = { [Key in keyof Standing]: Written<Standing[Key]> };

type PersonLink = { name: string; handle: string };

export type ReviewReasonKind =
  | 'STEWARD_LEFT'
  | 'STEWARD_MOVED'
  | 'LINKED_PAGE_OBSOLETE'
  | 'TECHNIQUE_OVER'
  | 'EVIDENCE_RETRACTED'
  | 'DELIVERABLE_DEPRECATED';

/** What made a page due before its time. */
export type ReviewReason = { kind: ReviewReasonKind; about: string; address: string | null };

/** All that the top of a page tells of its checks. */
export type PageReview = {
  standing: Standing;
  check: { by: PersonLink; against: string; url: string | null; revision: number } | null;
  /** The latest word, where it was that the page needs work or is obsolete. */
  verdict: { by: PersonLink; outcome: 'OUTDATED' | 'RETIRED'; note: string; at: Date } | null;
  replacement: { title: string; path: string; spaceSlug: string } | null;
  reasons: ReviewReason[];
  /** How many readers it did not work for, since it was last checked. */
  reports: number;
  ownReport: boolean;
  /** Whether somebody who works here keeps it. */
  isKept: boolean;
};

export type PageReviewJson = StandingJson &
  Omit<PageReview, 'standing' | 'verdict' | 'reasons'> & {
    verdict: (Omit<NonNullable<PageReview['verdict']>, 'at'> & { at: string }) | null;
    reasons: ReviewReason[] | null;
  };

const dateOf = (text: string | null) => (text === null ? null : new Date(text));

/** Reads the JSON of `STANDING`. */
export const readStanding = (json: StandingJson): Standing => ({
  kind: json.kind,
  createdAt: new Date(json.createdAt),
  checkedAt: dateOf(json.checkedAt),
  nextDueOn: dateOf(json.nextDueOn),
  dueSince: dateOf(json.dueSince),
  isObsolete: json.isObsolete,
});

/** Reads the JSON of `reviewDetails`. */
export const readReview = (json: PageReviewJson): PageReview => ({
  standing: readStanding(json),
  check: json.check,
  verdict: json.verdict && { ...json.verdict, at: new Date(json.verdict.at) },
  replacement: json.replacement,
  reasons: json.reasons ?? [],
  reports: json.reports,
  ownReport: json.ownReport,
  isKept: json.isKept,
});
