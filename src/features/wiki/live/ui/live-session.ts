import { HocuspocusProvider } from '@hocuspocus/provider';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import {
  isLiveRefusal,
  LIVE_PATH,
  LIVE_TEXT,
  type LiveRefusal,
  parseMessage,
  roomName,
  type ServerMessage,
} from '../protocol';

export type Person = { name: string; color: string };

export type LiveState = {
  isConnected: boolean;
  /** Where everything typed so far is: on the server, on its way there, in this browser, in this tab only. */
  kept: 'server' | 'on-its-way' | 'browser' | 'tab';
  refusal: LiveRefusal | null;
  people: readonly Person[];
  /** The last revision that came into the text from elsewhere. */
  merged: ((ServerMessage & { kind: 'base' })['merged'] & { number: number }) | null;
};

const ASK_AFTER = 150;
const AGAIN_AFTER_REFUSAL = 3_000;
const RECONNECT = { delay: 300, minDelay: 300, maxDelay: 3_000 };

/** One page's live text in this browser: connected when it can be, kept here in any case. */
export class LiveSession {
  readonly document = new Y.Doc();
  readonly text = this.document.getText(LIVE_TEXT);
  readonly #provider: HocuspocusProvider;
  readonly #local: IndexeddbPersistence;
  readonly #listeners = new Set<() => void>();
  #state: LiveState = { isConnected: false, kept: 'tab', refusal: null, people: [], merged: null };
  #baseNumber: number | null = null;
  #asked = 0;
  #answered = 0;
  #askTimer: ReturnType<typeof setTimeout> | undefined;
  #isKeptHere = false;

  constructor(pageId: string) {
    this.#local = new IndexeddbPersistence(`guildhall ${roomName(pageId)}`, this.document);
    this.#local.on('synced', () => {
      this.#isKeptHere = true;
      this.#tell();
    });
    const { protocol, host } = window.location;
    this.#provider = new HocuspocusProvider({
      url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${LIVE_PATH}`,
      name: roomName(pageId),
      document: this.document,
      token: 'cookie', // the session's cookie is what counts; without a token nothing would be asked
      ...RECONNECT,
      onSynced: () => this.#ask(),
      onStateless: ({ payload }) => this.#hear(payload),
      onAuthenticationFailed: ({ reason }) => this.#refuse(reason),
      onClose: ({ event }) => this.#refuse(event.reason),
      onStatus: () => this.#tell(),
      onAwarenessChange: () => this.#tell(),
    });
    this.#provider.setAwarenessField('user', {});
    this.document.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === this.#provider) return;
      this.#asked += 1;
      this.#askSoon();
      this.#tell();
    });
  }

  get awareness() {
    return this.#provider.awareness;
  }

  /** The revision that the text has in it, as far as the server has told. */
  get baseNumber(): number | null {
    return this.#baseNumber;
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): LiveState => this.#state;

  /** Whether there is a text to write in: the server's, or after a while the one kept here. */
  async isReady(patience: number): Promise<boolean> {
    const isIn = await new Promise<boolean>((resolve) => {
      const settle = () => {
        if (this.#provider.isSynced) resolve(true);
        else if (this.#state.refusal) resolve(false);
      };
      this.subscribe(settle);
      this.#provider.on('synced', settle);
      setTimeout(() => resolve(this.#provider.isSynced), patience);
    });
    return isIn || (!this.#state.refusal && this.text.length > 0);
  }

  /** Everything this browser knows of the text, to go with a form. */
  everything(): string {
    const bytes = Y.encodeStateAsUpdate(this.document);
    let binary = '';
    for (let at = 0; at < bytes.length; at += 8_192) {
      binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
    }
    return btoa(binary);
  }

  leave(): void {
    clearTimeout(this.#askTimer);
    this.#listeners.clear();
    this.#provider.destroy();
    void this.#local.destroy();
  }

  #askSoon(): void {
    this.#askTimer ??= setTimeout(() => this.#ask(), ASK_AFTER);
  }

  #ask(): void {
    clearTimeout(this.#askTimer);
    this.#askTimer = undefined;
    if (this.#asked === 0) this.#asked = 1;
    if (this.#provider.isSynced) {
      this.#provider.sendStateless(JSON.stringify({ kind: 'keep', mark: this.#asked }));
    }
    this.#tell();
  }

  #hear(payload: string): void {
    const message = parseMessage<ServerMessage>(payload);
    if (message?.kind === 'kept') this.#answered = Math.max(this.#answered, message.mark);
    if (message?.kind === 'base') {
      this.#baseNumber = message.number;
      const { merged, number } = message;
      if (merged) this.#state = { ...this.#state, merged: { ...merged, number } };
    }
    this.#tell();
  }

  #refuse(reason: string): void {
    if (!isLiveRefusal(reason)) {
      this.#tell();
      return;
    }
    this.#provider.disconnect();
    if (reason === 'too-fast') {
      setTimeout(() => this.#provider.connect(), AGAIN_AFTER_REFUSAL);
      return;
    }
    this.#state = { ...this.#state, refusal: reason };
    this.#tell();
  }

  #tell(): void {
    // The constructor's own events come before there is a provider.
    const provider = this.#provider as HocuspocusProvider | undefined;
    const isConnected = provider?.isSynced ?? false;
    const isStored = this.#asked > 0 && this.#answered === this.#asked;
    const here = this.#isKeptHere ? 'browser' : 'tab';
    const kept = isConnected ? (isStored ? 'server' : 'on-its-way') : here;
    this.#state = { ...this.#state, isConnected, kept, people: this.#others() };
    for (const listener of this.#listeners) listener();
  }

  #others(): Person[] {
    const states = this.#provider?.awareness?.getStates() ?? new Map();
    const people = new Map<string, Person>();
    for (const [client, { user }] of states) {
      if (client !== this.document.clientID && user?.name) people.set(user.name, user);
    }
    return [...people.values()];
  }
}
