/** What a feature tells the search index of one of its subjects. */
export type SearchSubject = {
  subjectId: string;
  title: string;
  /** Stands beneath the title in a result: the squad, the date, the kind of page. */
  subtitle: string;
  body: string;
  /** The path that opens it. */
  address: string;
  unitId: string | null;
  changedAt: Date;
};

export const SEARCH_BATCH = 500;
