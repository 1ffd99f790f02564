const MARKS_MAX = 20_000;

/**
 * Remembers what was counted a moment ago, so that reading a page again costs no statement. Only a
 * saving: what it has forgotten, or another process has seen, the database finds counted already.
 */
export class RecentMarks {
  readonly #until = new Map<string, number>();

  constructor(readonly milliseconds: number) {}

  /** Whether this mark is new for now; remembers it. */
  isNew(mark: string, now: Date): boolean {
    const until = this.#until.get(mark);
    if (until !== undefined && now.getTime() < until) return false;
    // The oldest go first: a map keeps the order in which keys were added.
    this.#until.delete(mark);
    this.#until.set(mark, now.getTime() + this.milliseconds);
    const oldest = this.#until.keys().next();
    if (this.#until.size > MARKS_MAX && !oldest.done) this.#until.delete(oldest.value);
    return true;
  }
}
