import { kernelIn, type Multiply } from './kernel';

const PAGE = 65_536;
const BYTES = Float32Array.BYTES_PER_ELEMENT;
/** The kernel multiplies four rows with eight columns at once. */
const ROWS = 4;
const COLUMNS = 8;

/** Rows of numbers, one after the other; a few more of them than asked for, because four are written at once. */
export type Rows = { at: number; width: number; numbers: Float32Array };
/** What rows are multiplied with, eight columns behind eight others, and what is added to each of them. */
export type Columns = {
  numbers: Float32Array;
  at: number;
  bias: number;
  depth: number;
  width: number;
};

const wholeColumns = (width: number) => Math.ceil(width / COLUMNS) * COLUMNS;

/** Room for numbers in a memory of WebAssembly, given out piece by piece and never taken back. */
export class Numbers {
  readonly #memory: WebAssembly.Memory;
  readonly #multiply: Multiply;
  readonly #none: number;
  #used = 0;

  constructor(bytes: number, widest: number) {
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    this.#multiply = kernelIn(this.#memory);
    this.#none = this.#take(widest).byteOffset;
  }

  rows(count: number, width: number): Rows {
    const numbers = this.#take((count + ROWS) * width);
    return { at: numbers.byteOffset, width, numbers };
  }

  /** Room for columns that are filled by `fill`. */
  columns(depth: number, width: number): Columns {
    const numbers = this.#take(depth * wholeColumns(width));
    return { numbers, at: numbers.byteOffset, bias: this.#none, depth, width };
  }

  /** A layer as TensorFlow keeps it: row by row. */
  layer(weights: Float32Array, bias: Float32Array): Columns {
    const [width, depth] = [bias.length, weights.length / bias.length];
    const columns = this.columns(depth, width);
    fill(columns, (row, column) => weights[row * width + column] as number);
    const added = this.#take(wholeColumns(width));
    added.set(bias);
    return { ...columns, bias: added.byteOffset };
  }

  /**
   * Writes the products of some rows and columns, with what is added.
   * @param from the first number of `x` that is read, and `to` the first of `y` that is written
   */
  multiply(x: Rows, by: Columns, y: Rows, count: number, { from = 0, to = 0 } = {}): void {
    const panels = wholeColumns(by.width) / COLUMNS;
    this.#multiply(
      x.at + from * BYTES,
      x.width * BYTES,
      by.at,
      by.bias,
      y.at + to * BYTES,
      y.width * BYTES,
      count,
      by.depth,
      panels,
    );
  }

  #take(length: number): Float32Array {
    const numbers = new Float32Array(this.#memory.buffer, this.#used, length);
    this.#used += Math.ceil((length * BYTES) / 16) * 16;
    return numbers;
  }
}

/** Puts numbers where the kernel reads them: of eight columns row by row, then of the next eight. */
export function fill(
  { numbers, depth, width }: Columns,
  numberAt: (row: number, column: number) => number,
): void {
  let at = 0;
  for (let first = 0; first < width; first += COLUMNS) {
    for (let row = 0; row < depth; row++) {
      for (let column = first; column < first + COLUMNS; column++) {
        numbers[at++] = column < width ? numberAt(row, column) : 0;
      }
    }
  }
}
