/** Readings of so many days count towards the order of what waits. */
export const READS_DAYS = 90;
