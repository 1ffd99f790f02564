type Branch = { next: Map<string, Branch>; id: number | null };
type Piece = readonly [text: string, score: number];

/** The first of the vocabulary stand for what is not said by letters. */
const RESERVED = 6;
const UNKNOWN = 0;
const WORD_BEGINS = '▁';

/**
 * Cuts a text into the pieces that the model knows: of all ways to cut it, the one whose pieces are the most
 * usual together. What no piece begins with is unknown, and several of these in a row are one.
 */
export class Tokens {
  readonly #pieces: readonly Piece[];
  readonly #lengths: readonly number[];
  readonly #root: Branch = { next: new Map(), id: null };

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    this.#lengths = pieces.map(([text]) => text.length);
    for (let id = RESERVED; id < pieces.length; id++) this.#learn(pieces[id]?.[0] ?? '', id);
  }

  of(text: string): number[] {
    const signs = signsOf(text);
    const best = new Float64Array(signs.length + 1);
    const last = new Int32Array(signs.length + 1);
    const extend = (from: number, to: number, id: number, score: number) => {
      const sum = score + (best[from] as number);
      // Nothing has led here as long as it is 0: scores are below.
      if (best[to] !== 0 && sum < (best[to] as number)) return;
      best[to] = sum;
      last[to] = id;
    };
    for (let from = 0; from < signs.length; from++) {
      let branch = this.#root.next.get(signs[from] as string);
      let isKnown = false;
      for (let to = from + 1; branch; to++) {
        if (branch.id !== null) {
          isKnown = true;
          extend(from, to, branch.id, (this.#pieces[branch.id] as Piece)[1]);
        }
        branch = branch.next.get(signs[to] ?? '');
      }
      if (!isKnown) extend(from, from + 1, UNKNOWN, 0);
    }
    return this.#wayBack(last);
  }

  #wayBack(last: Int32Array): number[] {
    const found: number[] = [];
    for (let at = last.length - 1; at > 0; at -= this.#lengths[last[at] as number] ?? 1) {
      const id = last[at] as number;
      if (id !== UNKNOWN || found.at(-1) !== UNKNOWN) found.push(id);
    }
    return found.reverse();
  }

  #learn(text: string, id: number): void {
    let branch = this.#root;
    for (const sign of text) {
      const next = branch.next.get(sign) ?? { next: new Map(), id: null };
      branch.next.set(sign, next);
      branch = next;
    }
    branch.id = id;
  }
}

function signsOf(text: string): string[] {
  const normal = text.normalize('NFKC');
  return normal ? [...`${WORD_BEGINS}${normal.replaceAll(' ', WORD_BEGINS)}`] : [];
}
