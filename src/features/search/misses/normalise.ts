/** The same search in other letters or spacing is one search. */
export const normaliseQuery = (q: string) =>
  q.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
