import { type Columns, fill, type Numbers, type Rows } from './numbers';

const HEADS = 4;
/** The kernel takes two rows of the columns at once. */
const DEPTH_STEP = 2;

/** Lets each piece of a text look at all others: what it takes of them is weighed by how well they fit. */
export class Attention {
  readonly #numbers: Numbers;
  readonly #width: number;
  readonly #size: number;
  readonly #keys: Columns;
  readonly #values: Columns;
  readonly #scores: Rows;

  /**
   * @param width of what is looked at; queries, keys and values stand beside each other
   * @param longest how many pieces a text has at most
   */
  constructor(numbers: Numbers, width: number, longest: number) {
    this.#numbers = numbers;
    this.#width = width;
    this.#size = width / HEADS;
    this.#keys = numbers.columns(this.#size, longest);
    this.#values = numbers.columns(longest, this.#size);
    this.#scores = numbers.rows(longest, longest);
  }

  /**
   * Of one text, whose pieces begin at a row. Up to three rows after it are overwritten, so the texts are
   * taken in their order.
   */
  mix(asked: Rows, mixed: Rows, first: number, length: number): void {
    if (length === 0) return;
    const depth = Math.ceil(length / DEPTH_STEP) * DEPTH_STEP;
    const keys = { ...this.#keys, width: length };
    const values = { ...this.#values, depth };
    const { numbers, width } = asked;
    for (let head = 0; head < HEADS; head++) {
      const query = first * width + head * this.#size;
      const key = query + this.#width;
      const value = key + this.#width;
      fill(keys, (part, piece) => numbers[key + piece * width + part] as number);
      fill(values, (piece, part) =>
        piece < length ? (numbers[value + piece * width + part] as number) : 0,
      );
      this.#numbers.multiply(asked, keys, this.#scores, length, { from: query });
      this.#weigh(length, depth);
      const to = first * mixed.width + head * this.#size;
      this.#numbers.multiply(this.#scores, values, mixed, length, { to });
    }
  }

  /** Turns how well two pieces fit into shares of one. */
  #weigh(length: number, depth: number): void {
    const { numbers, width } = this.#scores;
    const scale = 1 / Math.sqrt(this.#size);
    for (let at = 0; at < length * width; at += width) {
      const row = numbers.subarray(at, at + depth);
      let [most, sum] = [Number.NEGATIVE_INFINITY, 0];
      for (let to = 0; to < length; to++) most = Math.max(most, row[to] as number);
      for (let to = 0; to < length; to++) {
        const share = Math.exp(((row[to] as number) - most) * scale);
        row[to] = share;
        sum += share;
      }
      for (let to = 0; to < length; to++) row[to] = (row[to] as number) / sum;
      row.fill(0, length);
    }
  }
}
