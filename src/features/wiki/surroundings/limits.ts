/** Neighbours of a page that are shown; the rest is in the list of its folder. */
export const SIBLINGS_MAX = 40;
export const BENEATH_MAX = 20;
/** Larger folders are told as "more than" this. */
export const COUNTED_MAX = 1_000;
