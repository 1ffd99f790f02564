import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Types of a client's messages that make Postgres run something: a simple query and an execution. */
const QUERY = 'Q'.charCodeAt(0);
const EXECUTE = 'E'.charCodeAt(0);
const TYPE_BYTES = 1;
const LENGTH_BYTES = 4;

export type CountingProxy = {
  /** The database's address, by way of this proxy. */
  databaseUrl: string;
  /** Statements since the last call, as text where the client sent it. */
  take(): number;
  close(): Promise<void>;
};

/**
 * A stand-in for the database's port that passes everything on and counts the statements the
 * application sends, so that the application needs no code for being counted.
 */
export async function startCountingProxy(databaseUrl: string): Promise<CountingProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let statements = 0;

  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => {
        client.destroy();
        upstream.destroy();
      });
    }
    const read = messageReader((type) => {
      if (type === QUERY || type === EXECUTE) statements++;
    });
    client.on('data', (chunk) => {
      read(chunk);
      upstream.write(chunk);
    });
    client.on('end', () => upstream.end());
    upstream.pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    databaseUrl: url.href,
    take() {
      const taken = statements;
      statements = 0;
      return taken;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Calls back with the type of each whole message; the first, the start-up, has no type. */
function messageReader(onMessage: (type: number) => void): (chunk: Buffer) => void {
  let waiting = Buffer.alloc(0);
  let isStarted = false;
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (;;) {
      const lengthAt = isStarted ? TYPE_BYTES : 0;
      if (waiting.length < lengthAt + LENGTH_BYTES) return;
      const size = lengthAt + waiting.readUInt32BE(lengthAt);
      if (waiting.length < size) return;
      if (isStarted) onMessage(waiting[0] as number);
      isStarted = true;
      waiting = waiting.subarray(size);
    }
  };
}
