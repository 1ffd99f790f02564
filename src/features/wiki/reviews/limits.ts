/** How long what a reviewer or a reader writes may be. Free of zod, for the browser. */
export const AGAINST_MAX = 160;
export const NOTE_MAX = 500;
export const WORD_MAX = 200;
/** A summary that stands in for the ticks says at least so much. */
export const SUMMARY_MIN = 15;
