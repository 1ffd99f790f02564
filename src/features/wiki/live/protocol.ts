/** Where browsers reach co-editing; src/proxy.ts hands it on to the collaboration process. */
export const LIVE_PATH = '/api/wiki/live';

/** The one text in a page's Yjs document: its Markdown. */
export const LIVE_TEXT = 'markdown';

const ROOM = 'page:';

export const roomName = (pageId: string) => `${ROOM}${pageId}`;

export const pageOfRoom = (room: string): string | null =>
  room.startsWith(ROOM) ? room.slice(ROOM.length) : null;

/** Why somebody is not let in, or not any more. */
export const liveRefusals = {
  'signed-out': 'You are not signed in any more. Sign in again in another tab.',
  'not-allowed': 'You may not edit this page any more.',
  archived: 'This page is in the archive now.',
  'no-such-page': 'This page does not exist any more.',
  malformed: 'The server could not make sense of a change.',
  'too-long': 'Together, these texts are longer than a page can hold.',
  'too-fast': 'More changes came from here than the server takes at once.',
} as const;

export type LiveRefusal = keyof typeof liveRefusals;

export const isLiveRefusal = (reason: string): reason is LiveRefusal => reason in liveRefusals;

/** A browser asks to be told once everything it sent so far is stored. */
export type BrowserMessage = { kind: 'keep'; mark: number };

export type ServerMessage =
  | { kind: 'kept'; mark: number }
  /** The revision that the text has in it; `merged` when that one was saved elsewhere. */
  | {
      kind: 'base';
      number: number;
      merged?: { by: string | null; changedText: boolean; conflicts: number };
    };

export function parseMessage<Message extends { kind: string }>(payload: string): Message | null {
  try {
    const message = JSON.parse(payload) as Message;
    return typeof message?.kind === 'string' ? message : null;
  } catch {
    return null;
  }
}
