/** The greatest of some numbers, the greatest first. It is asked for tens of thousands of times and makes no list. */
export class Best {
  readonly #numbers: Float64Array;
  #count = 0;

  constructor(most: number) {
    this.#numbers = new Float64Array(most);
  }

  clear(): void {
    this.#count = 0;
  }

  add(number: number): void {
    const numbers = this.#numbers;
    let at = this.#count;
    if (at === numbers.length) {
      at -= 1;
      if (number <= (numbers[at] as number)) return;
    } else this.#count += 1;
    for (; at > 0 && (numbers[at - 1] as number) < number; at--) {
      numbers[at] = numbers[at - 1] as number;
    }
    numbers[at] = number;
  }

  /** As if there were as many as there may be; the greatest stands for those that are missing. */
  mean(): number {
    const numbers = this.#numbers;
    let sum = (numbers.length - this.#count) * (numbers[0] as number);
    for (let at = 0; at < this.#count; at++) sum += numbers[at] as number;
    return sum / numbers.length;
  }

  least(): number {
    return this.#count < this.#numbers.length
      ? Number.NEGATIVE_INFINITY
      : (this.#numbers[this.#count - 1] as number);
  }
}

/** The least of so many greatest numbers; nothing is less where there are not so many. */
export function leastOfBest(numbers: Float32Array, most: number): number {
  const best = new Best(most);
  for (const number of numbers) best.add(number);
  return best.least();
}
