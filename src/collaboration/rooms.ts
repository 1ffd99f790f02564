import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, type Document, Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import { refusalOf } from '@/features/wiki/live/admission';
import { Allowance } from '@/features/wiki/live/allowance';
import {
  type MergedRevision,
  mergeSavedRevision,
  openLiveText,
  storeLiveText,
} from '@/features/wiki/live/commands';
import {
  type BrowserMessage,
  pageOfRoom,
  parseMessage,
  type ServerMessage,
} from '@/features/wiki/live/protocol';
import { getStoredText } from '@/features/wiki/live/queries';
import { Room, type Surroundings } from '@/features/wiki/live/room';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';
import { log } from '@/foundation/log';
import { admit, Refused, type Visitor } from './visitors';

const STORE_AFTER = 300;
const STORE_AT_LEAST_EVERY = 1_000;

const rooms = new WeakMap<Y.Doc, Room>();
const allowances = new WeakMap<Connection, Allowance>();

const system = () => systemContext(currentInstant());

const around: Surroundings = {
  store: (text) => storeLiveText(system(), text),
  read: (pageId) => getStoredText(system(), pageId),
  merge: (text) => mergeSavedRevision(system(), text),
  pause: (milliseconds) => pause(milliseconds),
  failed: (error) => log.error({ err: error }, 'a live text could not be stored; trying again'),
};

export const roomOf = (document: Y.Doc): Room | undefined => rooms.get(document);

const tell = (connection: Connection, message: ServerMessage) =>
  connection.sendStateless(JSON.stringify(message));

/** Says to everybody in a room which revision the text has in it now. */
export function tellBase(document: Document, news: MergedRevision | 'base'): void {
  const room = rooms.get(document);
  if (!room) return;
  const message: ServerMessage = { kind: 'base', number: room.baseNumber };
  if (news !== 'base') {
    const { by, changedText, conflicts } = news;
    message.merged = { by, changedText, conflicts };
  }
  document.broadcastStateless(JSON.stringify(message));
}

/** The rooms of this process: who comes in, what is let through, and when it is stored. */
export function openRooms(): Hocuspocus<Visitor> {
  return new Hocuspocus<Visitor>({
    quiet: true,
    debounce: STORE_AFTER,
    maxDebounce: STORE_AT_LEAST_EVERY,

    onAuthenticate: ({ context, documentName }) => admit(context.token, documentName),

    async onLoadDocument({ context, document, documentName }) {
      const pageId = pageOfRoom(documentName);
      const opened = pageId && (await openLiveText(context.context, pageId));
      if (!opened) throw new Refused('no-such-page');
      Y.applyUpdate(document, opened.state);
      rooms.set(document, new Room(pageId, document, opened, around));
    },

    async connected({ connection }) {
      const room = rooms.get(connection.document);
      if (room) tell(connection, { kind: 'base', number: room.baseNumber });
    },

    async beforeHandleMessage({ connection }) {
      const now = currentInstant().getTime();
      let allowance = allowances.get(connection);
      if (!allowance) {
        allowance = new Allowance(now);
        allowances.set(connection, allowance);
      }
      if (!allowance.take(now)) throw new Refused('too-fast');
    },

    async beforeSync({ document, type, payload }) {
      if (type === SYNC_STEP_1) return;
      const refusal = refusalOf(payload, rooms.get(document)?.length ?? 0);
      if (refusal) throw new Refused(refusal);
    },

    // A name on a cursor is the name of who is signed in, whatever the browser says.
    async beforeHandleAwareness({ context, states }) {
      for (const state of states.values()) if (state?.user) state.user = context?.user;
    },

    async onChange({ document, context }) {
      if (context?.personId) rooms.get(document)?.wrote(context.personId);
    },

    async onStateless({ connection, document, payload }) {
      const message = parseMessage<BrowserMessage>(payload);
      if (message?.kind !== 'keep' || typeof message.mark !== 'number') return;
      // Not awaited: what the same browser sends next must not wait for the database.
      rooms
        .get(document)
        ?.keep()
        .then(() => tell(connection, { kind: 'kept', mark: message.mark }));
    },

    onStoreDocument: async ({ document }) => rooms.get(document)?.keep(),
  });
}

const SYNC_STEP_1 = 0;
