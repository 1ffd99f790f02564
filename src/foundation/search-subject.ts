/** What a feature tells the search index of one of its subjects. */
export type SearchSubject = {
  subjectId: string;
  title: string;
  /** Stands beneath the title in a result: the squad, the date, the kind of page. */
  subtitle: string;
  body: string;
  /** The body is words already; left out, it is Markdown as somebody wrote it. */
  isPlain?: boolean;
  /** The path that opens it. */
  address: string;
  unitId: string | null;
  changedAt: Date;
  /** The subject whose facts speak of this one, too: the meetup of a talk. */
  partOf?: string;
  /** Parts of the body with a heading of their own, and what to add to the address to reach them. */
  sections?: readonly SearchSection[];
  /** Ids of the people and units who may find it; everyone when left out. */
  audience?: readonly string[];
  /** The first day on which it counts as overdue, where somebody promised to look again. */
  reviewDueOn?: Date | null;
  /** When somebody last said that it is still true. */
  verifiedAt?: Date | null;
  isObsolete?: boolean;
  /** How many squads have it in production. */
  squadsUsing?: number;
};

export type SearchSection = { anchor: string; heading: string; body: string };

export const SEARCH_BATCH = 500;
