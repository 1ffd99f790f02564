import * as Y from 'yjs';
import type { MergedRevision, TextToStore } from './commands';
import { LIVE_TEXT } from './protocol';
import type { StoredText, Watched } from './queries';

/** What a room asks of the world around it. */
export type Surroundings = {
  store(text: TextToStore): Promise<{ version: number } | null>;
  read(pageId: string): Promise<StoredText | null>;
  merge(text: {
    pageId: string;
    state: Uint8Array;
    version: number;
  }): Promise<MergedRevision | null>;
  pause(milliseconds: number): Promise<void>;
  /** Storing failed; it will be tried again. */
  failed(error: unknown): void;
};

/** Marks changes that come from the database, which need not be stored again. */
export const STORED = { source: 'local', skipStoreHooks: true } as const;

const BETWEEN_STORES = 120;
const AFTER_FAILURE = 1_000;

/**
 * One open live text in this process, and what of it is stored. Everything that reads or writes the
 * stored text goes through one queue, so that `version` always says what this process knows of.
 */
export class Room {
  readonly #document: Y.Doc;
  readonly #around: Surroundings;
  readonly #writers = new Set<string>();
  #version: number;
  #baseNumber: number;
  #isDirty = false;
  #last: Promise<unknown> = Promise.resolve();
  #waitingStore: Promise<void> | null = null;

  constructor(
    readonly pageId: string,
    document: Y.Doc,
    opened: Omit<StoredText, 'state'>,
    around: Surroundings,
  ) {
    this.#document = document;
    this.#around = around;
    this.#version = opened.version;
    this.#baseNumber = opened.baseNumber;
    document.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== STORED) this.#isDirty = true;
    });
  }

  get baseNumber(): number {
    return this.#baseNumber;
  }

  get length(): number {
    return this.#document.getText(LIVE_TEXT).length;
  }

  wrote(personId: string): void {
    this.#writers.add(personId);
  }

  /** Fulfilled once everything that is in the text at this moment is stored. */
  keep(): Promise<void> {
    this.#waitingStore ??= this.#inTurn(async () => {
      if (this.#isDirty) await this.#around.pause(BETWEEN_STORES);
      this.#waitingStore = null;
      await this.#store();
    });
    return this.#waitingStore;
  }

  /** Takes in what other processes stored and what was saved elsewhere; tells when a revision is newly in the text. */
  catchUp(seen: Watched): Promise<MergedRevision | 'base' | null> {
    if (seen.version === this.#version && seen.savedNumber <= this.#baseNumber) {
      return Promise.resolve(null);
    }
    return this.#inTurn(async () => {
      const before = this.#baseNumber;
      if (seen.version !== this.#version) await this.#read();
      if (seen.savedNumber > this.#baseNumber) {
        const merged = await this.#merge();
        if (merged) return merged;
      }
      return this.#baseNumber === before ? null : 'base';
    });
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #store(): Promise<void> {
    while (this.#isDirty) {
      this.#isDirty = false;
      const writerIds = [...this.#writers];
      try {
        const stored = await this.#around.store({
          pageId: this.pageId,
          state: Y.encodeStateAsUpdate(this.#document),
          markdown: this.#document.getText(LIVE_TEXT).toString(),
          version: this.#version,
          writerIds,
        });
        if (stored) {
          this.#version = stored.version;
          for (const id of writerIds) this.#writers.delete(id);
          return;
        }
        this.#isDirty = true;
        await this.#read();
      } catch (error) {
        this.#isDirty = true;
        this.#around.failed(error);
        await this.#around.pause(AFTER_FAILURE);
      }
    }
  }

  async #read(): Promise<void> {
    const stored = await this.#around.read(this.pageId);
    if (!stored) throw new Error(`The live text of page ${this.pageId} is gone.`);
    Y.applyUpdate(this.#document, stored.state, STORED);
    this.#version = stored.version;
    this.#baseNumber = stored.baseNumber;
  }

  async #merge(): Promise<MergedRevision | null> {
    const merged = await this.#around.merge({
      pageId: this.pageId,
      state: Y.encodeStateAsUpdate(this.#document),
      version: this.#version,
    });
    if (!merged) return null;
    Y.applyUpdate(this.#document, merged.update, STORED);
    this.#version = merged.version;
    this.#baseNumber = merged.baseNumber;
    return merged;
  }
}
