import { type Multiply, multiplierIn } from './multiply';

const PAGE = 65_536;
const ROWS_AT_ONCE = 1_024;
/** How many bytes are multiplied at once: a row is filled up with zeros to a multiple of it. */
const TOGETHER = 16;

/**
 * Rows of signed bytes, one after the other, because memory read in order is read fastest. They lie in
 * a memory of WebAssembly, behind room for a question and for the sums of some rows.
 */
export class ByteRows {
  readonly #width: number;
  readonly #sumsAt: number;
  readonly #rowsAt: number;
  readonly #memory: WebAssembly.Memory;
  readonly #multiply: Multiply;

  constructor(dimensions: number, capacity: number) {
    this.#width = Math.ceil(dimensions / TOGETHER) * TOGETHER;
    this.#sumsAt = this.#width * 2;
    this.#rowsAt = this.#sumsAt + ROWS_AT_ONCE * 4;
    this.#memory = new WebAssembly.Memory({ initial: this.#pagesFor(capacity) });
    this.#multiply = multiplierIn(this.#memory);
  }

  /** Makes room for so many rows. */
  reserve(rows: number): void {
    const missing = this.#pagesFor(rows) - this.#memory.buffer.byteLength / PAGE;
    if (missing > 0) this.#memory.grow(missing);
  }

  set(row: number, bytes: Int8Array): void {
    this.#row(row).set(bytes);
  }

  get(row: number, length: number): Int8Array {
    return this.#row(row).slice(0, length);
  }

  copy(from: number, to: number): void {
    this.#row(to).set(this.#row(from));
  }

  /** The products of the first rows with a question. */
  times(query: Int8Array, count: number): Float32Array {
    new Int16Array(this.#memory.buffer, 0, query.length).set(query);
    const found = new Float32Array(count);
    for (let done = 0; done < count; done += ROWS_AT_ONCE) {
      const some = Math.min(ROWS_AT_ONCE, count - done);
      this.#multiply(0, this.#rowsAt + done * this.#width, some, this.#width, this.#sumsAt);
      found.set(new Int32Array(this.#memory.buffer, this.#sumsAt, some), done);
    }
    return found;
  }

  #row(at: number): Int8Array {
    return new Int8Array(this.#memory.buffer, this.#rowsAt + at * this.#width, this.#width);
  }

  #pagesFor(rows: number): number {
    return Math.ceil((this.#rowsAt + rows * this.#width) / PAGE);
  }
}
