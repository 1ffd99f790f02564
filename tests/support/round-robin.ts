import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The simplest proxy that stands in front of several servers: each request goes to the next one in
 * turn, and the answer says which one gave it.
 */
export async function startRoundRobin(ports: number[], port = 0) {
  let turn = 0;
  const answered = ports.map(() => 0);
  const proxy = createServer((incoming, outgoing) => {
    const node = turn++ % ports.length;
    answered[node] = (answered[node] ?? 0) + 1;
    const forwarded = request(
      {
        host: '127.0.0.1',
        port: ports[node],
        method: incoming.method,
        path: incoming.url,
        headers: {
          ...incoming.headers,
          'x-forwarded-host': incoming.headers.host,
          'x-forwarded-proto': 'http',
          'x-forwarded-for': [incoming.headers['x-forwarded-for'], incoming.socket.remoteAddress]
            .filter(Boolean)
            .join(', '),
        },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'x-node': String(node) });
        answer.pipe(outgoing);
      },
    );
    forwarded.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(forwarded);
  });
  proxy.listen(port, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    /** How many requests each server answered. */
    answered,
    async close() {
      proxy.closeAllConnections();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
