import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Hocuspocus, WebSocketLike } from '@hocuspocus/server';
import crossws from 'crossws/adapters/node';
import { pageOfRoom } from '@/features/wiki/live/protocol';
import { watchLiveTexts } from '@/features/wiki/live/queries';
import { currentInstant } from '@/foundation/clock';
import { systemContext } from '@/foundation/context';
import { log } from '@/foundation/log';
import { openRooms, roomOf, tellBase } from './rooms';
import { refusalsNow, sessionTokenOf, type Visitor } from './visitors';

const MESSAGE_BYTES_MAX = 4 * 1024 * 1024;
const LOOK_EVERY = 400;
const ADMIT_AGAIN_EVERY = 2_000;

export type Collaboration = {
  port: number;
  /** Stores everything, then closes. */
  stop(): Promise<void>;
};

/** Serves live texts over sockets until it is stopped. */
export async function startCollaboration(listen: {
  port: number;
  host: string;
}): Promise<Collaboration> {
  const rooms = openRooms();
  const sockets = openSockets(rooms);
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/healthz' ? 200 : 404, { 'Content-Type': 'text/plain' });
    response.end(request.url === '/healthz' ? 'ok\n' : 'Co-editing only.\n');
  });
  server.on('upgrade', sockets.handleUpgrade);
  server.listen(listen);
  await once(server, 'listening');

  const ending = new AbortController();
  const watching = [
    repeat(LOOK_EVERY, ending.signal, () => lookForNews(rooms)),
    repeat(ADMIT_AGAIN_EVERY, ending.signal, () => admitAgain(rooms)),
  ];
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      ending.abort();
      server.close();
      await Promise.all(watching);
      await storeAll(rooms);
      sockets.closeAll(1012, 'restarting');
      await pause(50);
      server.closeAllConnections();
    },
  };
}

function openSockets(rooms: Hocuspocus<Visitor>) {
  const connections = new WeakMap<object, ReturnType<typeof rooms.handleConnection>>();
  return crossws({
    serverOptions: { maxPayload: MESSAGE_BYTES_MAX },
    hooks: {
      upgrade({ headers }) {
        const token = sessionTokenOf(headers);
        if (!token) return new Response('Sign in first.\n', { status: 403 });
        return { context: { token } };
      },
      open(peer) {
        // crossws types a socket with every property optional; behind this server it is a whole `ws`.
        const socket = peer.websocket as unknown as WebSocketLike;
        const visitor = { token: peer.context.token } as Visitor;
        connections.set(peer, rooms.handleConnection(socket, peer.request as Request, visitor));
      },
      message: (peer, message) => connections.get(peer)?.handleMessage(message.uint8Array()),
      close: (peer, { code = 1000, reason = '' }) =>
        connections.get(peer)?.handleClose({ code, reason }),
      error: (_peer, error) => log.warn({ err: error }, 'a live connection broke'),
    },
  });
}

async function repeat(every: number, signal: AbortSignal, work: () => Promise<unknown>) {
  while (!signal.aborted) {
    await work().catch((error: unknown) => log.error({ err: error }, 'live texts: trying again'));
    await pause(every, null, { signal }).catch(() => {});
  }
}

/** What other processes stored, and revisions that were saved elsewhere, come into the open texts. */
async function lookForNews(rooms: Hocuspocus<Visitor>): Promise<void> {
  const open = new Map([...rooms.documents.values()].map((each) => [pageOfRoom(each.name), each]));
  const pageIds = [...open.keys()].filter((id) => id !== null);
  if (pageIds.length === 0) return;
  for (const seen of await watchLiveTexts(systemContext(currentInstant()), pageIds)) {
    const document = open.get(seen.pageId);
    const news = document && (await roomOf(document)?.catchUp(seen));
    if (document && news) tellBase(document, news);
  }
}

/** Whoever has left, lost the right or signed out since they came in is let out. */
async function admitAgain(rooms: Hocuspocus<Visitor>): Promise<void> {
  const connections = [...rooms.documents.values()].flatMap((each) => each.getConnections());
  const byToken = Map.groupBy(connections, ({ context }) => (context as Visitor).token);
  for (const [token, own] of byToken) {
    const pageIds = own.flatMap(({ document }) => pageOfRoom(document.name) ?? []);
    const refused = await refusalsNow(token, [...new Set(pageIds)]);
    for (const connection of own) {
      const reason = refused.get(pageOfRoom(connection.document.name) ?? '');
      if (reason) connection.close({ code: 4403, reason });
    }
  }
}

async function storeAll(rooms: Hocuspocus<Visitor>): Promise<void> {
  const documents = [...rooms.documents.values()];
  const connections = documents.flatMap((each) => each.getConnections());
  await Promise.all(connections.map((connection) => connection.waitForPendingMessages()));
  rooms.closeConnections();
  await Promise.all(documents.map((each) => roomOf(each)?.keep()));
}
