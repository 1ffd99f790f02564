import { Attention } from './attention';
import { type Columns, Numbers, type Rows } from './numbers';
import type { Weights } from './weights';

/** A text is cut here: time grows with it, and what a passage is about is said in its first pieces. */
export const PIECES_MAX = 64;

const BYTES = 32 * 2 ** 20;
const ROWS_MAX = 8 * PIECES_MAX;
const FIRST_WIDTH = 256;
const WIDTH = 512;
const WIDE = 1_536;
const NORM_FLOOR = 1e-6;
const LENGTH_FLOOR = 1e-12;

type Span = { first: number; length: number };
type Norm = { scale: Float32Array; bias: Float32Array };
type Layer = {
  width: number;
  before: Norm;
  attention: Attention;
  asked: Columns;
  answered: Columns;
  between: Norm;
  widened: Columns;
  narrowed: Columns;
};

/**
 * Universal Sentence Encoder, lite: a transformer of two layers, then the mean of all pieces and one layer
 * more. It computes what the graph of TensorFlow.js says that comes with the weights, to the last few bits.
 * But the pieces of several texts stand behind each other without filling, and `kernel.ts` multiplies.
 */
export class Encoder {
  readonly #numbers = new Numbers(BYTES, WIDE);
  readonly #meanings: Float32Array;
  readonly #rhythm: Float32Array;
  readonly #first: Layer;
  readonly #carried: Columns;
  readonly #second: Layer;
  readonly #last: Columns;
  readonly #pieces = this.#numbers.rows(ROWS_MAX, FIRST_WIDTH);
  readonly #stream = this.#numbers.rows(ROWS_MAX, WIDTH);
  readonly #normal = this.#numbers.rows(ROWS_MAX, WIDTH);
  readonly #made = this.#numbers.rows(ROWS_MAX, WIDTH);
  readonly #wide = this.#numbers.rows(ROWS_MAX, WIDE);

  constructor(weights: Weights) {
    const applied = (name: string) =>
      weights(`module_apply_default/Encoder_en/KonaTransformer/Encode/${name}`);
    const whole = (name: string) => applied(`${name}/ConcatPartitions/concat`);
    const norm = (name: string): Norm => ({
      scale: whole(`${name}/layer_prepostprocess/layer_norm/layer_norm_scale`),
      bias: whole(`${name}/layer_prepostprocess/layer_norm/layer_norm_bias`),
    });
    const layer = (at: number, width: number): Layer => {
      const name = `Layer_${at}/TransformerLayer`;
      const heads = (part: string) =>
        this.#numbers.layer(
          weights(
            `module/Encoder_en/KonaTransformer/Encode/${name}/MultiheadAttention/${part}/kernel/part_0`,
          ),
          whole(`${name}/MultiheadAttention/${part}/bias`),
        );
      const forward = (part: string) =>
        this.#numbers.layer(
          applied(`TransformerStack/${name}/FFN/${part}/Tensordot/Reshape_1`),
          whole(`${name}/FFN/${part}/bias`),
        );
      return {
        width,
        before: norm(name),
        attention: new Attention(this.#numbers, width, PIECES_MAX),
        asked: heads('qkv_transform_single'),
        answered: heads('output_transform_single'),
        between: norm(`${name}/FFN`),
        widened: forward('conv1'),
        narrowed: forward('conv2'),
      };
    };
    this.#meanings = weights('module/Embeddings_en').slice();
    this.#rhythm = applied('TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1');
    this.#first = layer(0, FIRST_WIDTH);
    this.#carried = this.#numbers.layer(
      whole('Layer_0/TransformerLayer/dense/kernel'),
      whole('Layer_0/TransformerLayer/dense/bias'),
    );
    this.#second = layer(1, WIDTH);
    const last = 'module/Encoder_en/hidden_layers/tanh_layer_0';
    this.#last = this.#numbers.layer(weights(`${last}/weights`), weights(`${last}/bias`));
  }

  /** What some texts mean: 512 numbers each, as long as one together. */
  encode(texts: readonly (readonly number[])[]): Float32Array[] {
    const found: Float32Array[] = [];
    let some: (readonly number[])[] = [];
    let rows = 0;
    for (const text of texts) {
      const pieces = text.slice(0, PIECES_MAX);
      const needed = Math.max(1, pieces.length);
      if (rows + needed > ROWS_MAX) {
        found.push(...this.#encodeTogether(some));
        [some, rows] = [[], 0];
      }
      some.push(pieces);
      rows += needed;
    }
    return [...found, ...this.#encodeTogether(some)];
  }

  #encodeTogether(texts: readonly (readonly number[])[]): Float32Array[] {
    const spans: Span[] = [];
    let rows = 0;
    for (const pieces of texts) {
      spans.push({ first: rows, length: pieces.length });
      this.#place(pieces, rows);
      rows += pieces.length;
    }
    if (rows > 0) {
      // What goes past the first layer is widened, because the layer is.
      this.#numbers.multiply(this.#pieces, this.#carried, this.#stream, rows);
      this.#apply(this.#first, this.#pieces, spans, rows);
      this.#apply(this.#second, this.#stream, spans, rows);
    }
    return this.#sum(spans);
  }

  /** Puts in what each piece means by itself, and where it stands. */
  #place(pieces: readonly number[], first: number): void {
    const half = FIRST_WIDTH / 2;
    const { numbers } = this.#pieces;
    for (const [place, piece] of pieces.entries()) {
      const [from, to] = [piece * FIRST_WIDTH, (first + place) * FIRST_WIDTH];
      for (let at = 0; at < half; at++) {
        const angle = Math.fround(place * (this.#rhythm[at] as number));
        numbers[to + at] = 2 * (this.#meanings[from + at] as number) + Math.sin(angle);
        numbers[to + half + at] =
          2 * (this.#meanings[from + half + at] as number) + Math.cos(angle);
      }
    }
  }

  #apply(layer: Layer, input: Rows, spans: readonly Span[], rows: number): void {
    const normal = { ...this.#normal, width: layer.width };
    const mixed = { ...this.#made, width: layer.width };
    const asked = { ...this.#wide, width: 3 * layer.width };
    normalise(input, layer.before, normal, rows);
    this.#numbers.multiply(normal, layer.asked, asked, rows);
    for (const { first, length } of spans) layer.attention.mix(asked, mixed, first, length);
    this.#numbers.multiply(mixed, layer.answered, this.#normal, rows);
    add(this.#normal, this.#stream, rows);

    normalise(this.#stream, layer.between, this.#normal, rows);
    this.#numbers.multiply(this.#normal, layer.widened, this.#wide, rows);
    dropNegative(this.#wide, rows);
    this.#numbers.multiply(this.#wide, layer.narrowed, this.#made, rows);
    add(this.#made, this.#stream, rows);
  }

  /** The mean of each text's pieces, once more through a layer, and as long as one. */
  #sum(spans: readonly Span[]): Float32Array[] {
    const [means, last] = [this.#normal, this.#made];
    for (const [text, { first, length }] of spans.entries()) {
      const mean = means.numbers.subarray(text * WIDTH, (text + 1) * WIDTH).fill(0);
      for (let row = first; row < first + length; row++) {
        for (let at = 0; at < WIDTH; at++) {
          mean[at] =
            (mean[at] as number) + (this.#stream.numbers[row * WIDTH + at] as number) / length;
        }
      }
    }
    if (spans.length > 0) this.#numbers.multiply(means, this.#last, last, spans.length);
    return spans.map((_, text) => {
      const vector = last.numbers.slice(text * WIDTH, (text + 1) * WIDTH).map(Math.tanh);
      const squares = vector.reduce((sum, part) => sum + part * part, 0);
      const length = Math.sqrt(Math.max(squares, LENGTH_FLOOR));
      return vector.map((part) => part / length);
    });
  }
}

/** Each row with a mean of nothing and a spread of one, before it is scaled. */
function normalise(x: Rows, { scale, bias }: Norm, y: Rows, count: number): void {
  const { numbers, width } = x;
  for (let row = 0; row < count * width; row += width) {
    let [sum, squares] = [0, 0];
    for (let at = 0; at < width; at++) sum += numbers[row + at] as number;
    const mean = sum / width;
    for (let at = 0; at < width; at++) squares += ((numbers[row + at] as number) - mean) ** 2;
    const spread = 1 / Math.sqrt(squares / width + NORM_FLOOR);
    for (let at = 0; at < width; at++) {
      const from = (numbers[row + at] as number) - mean;
      y.numbers[row + at] = (scale[at] as number) * spread * from + (bias[at] as number);
    }
  }
}

function add(x: Rows, y: Rows, count: number): void {
  const [from, to] = [x.numbers, y.numbers];
  for (let at = 0; at < count * x.width; at++) to[at] = (to[at] as number) + (from[at] as number);
}

function dropNegative({ numbers, width }: Rows, count: number): void {
  for (let at = 0; at < count * width; at++) if ((numbers[at] as number) < 0) numbers[at] = 0;
}
