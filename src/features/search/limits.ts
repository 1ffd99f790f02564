export const QUERY_MAX = 200;
export const PROBLEM_MAX = 1500;
/** A question that is kept is found again by its words, and Postgres indexes words of limited length. */
export const QUESTION_MAX = 600;
