import { once } from 'node:events';
import { Agent, createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT_ADDRESS } from './client-address';
import { log } from './log';
import { requestId } from './request-id';
import { markRequest, watchRequests } from './request-log';

type Seen = { id: string | undefined; headers: IncomingHttpHeaders };

let server: Server;
const agent = new Agent({ keepAlive: true, maxSockets: 3 });

beforeAll(async () => {
  log.level = 'silent';
  watchRequests(0);
  server = createServer(async (incoming, outgoing) => {
    await sleep(Math.random() * 10);
    outgoing.end(JSON.stringify({ id: requestId(), headers: incoming.headers } satisfies Seen));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => {
  agent.destroy();
  server.close();
});

async function ask(headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo;
  const sent = request({ port, host: '127.0.0.1', agent, headers }).end();
  const [answer] = await once(sent, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return {
    answered: answer.headers['x-request-id'] as string,
    seen: JSON.parse(Buffer.concat(chunks).toString()) as Seen,
  };
}

describe('each request', () => {
  it('keeps its own id through all it waits for, also when many share a connection', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => ask()));
    for (const { answered, seen } of answers) expect(seen.id).toBe(answered);
    expect(new Set(answers.map(({ answered }) => answered)).size).toBe(60);
  });

  it('cannot claim an address, a host or an id where no proxy is trusted', async () => {
    const { seen, answered } = await ask({
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'evil.test',
      'x-guildhall-client': '203.0.113.9',
      'x-request-id': 'chosen-by-a-stranger',
    });
    expect(seen.headers[CLIENT_ADDRESS]).toBe('127.0.0.1');
    expect(seen.headers['x-forwarded-host']).toBeUndefined();
    expect(seen.headers['x-forwarded-for']).toBeUndefined();
    expect(answered).not.toBe('chosen-by-a-stranger');
  });

  it('is believed about them when it comes by a trusted proxy, as far as it looks like an id', () => {
    const headers: IncomingHttpHeaders = {
      'x-forwarded-for': 'forged, 203.0.113.9',
      'x-forwarded-host': 'guild.example.com',
      'x-request-id': 'req-0123456789',
    };
    const arrival = { headers, socket: { remoteAddress: '10.0.0.1' } };
    markRequest(arrival, 1);
    expect(headers).toMatchObject({
      [CLIENT_ADDRESS]: '203.0.113.9',
      'x-forwarded-host': 'guild.example.com',
      'x-request-id': 'req-0123456789',
    });
    headers['x-request-id'] = 'line\nbreak and more';
    markRequest(arrival, 1);
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});
