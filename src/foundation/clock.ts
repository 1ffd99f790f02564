/** The only file that reads the clock; everything else is handed the time. */
export function currentInstant(): Date {
  return new Date();
}

/** Milliseconds from a fixed point, for measuring how long something took. */
export function stopwatch(): () => number {
  const startedAt = performance.now();
  return () => Math.round(performance.now() - startedAt);
}
