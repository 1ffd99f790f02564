import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REQUESTED_PATH } from '@/features/identity/return-address';
import { PLAIN_READ, readyPlainReads } from './plain-reads';
import { config } from './proxy';

let server: Server;

beforeAll(async () => {
  readyPlainReads('http://localhost:3000');
  server = createServer((incoming, outgoing) => outgoing.end(JSON.stringify(incoming.headers)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => {
  server.close();
});

const SIGNED_IN = { cookie: 'other=1; guildhall-session=abc' };

async function ask(path: string, headers: Record<string, string> = SIGNED_IN, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  const sent = request({ port, host: '127.0.0.1', path, method, headers }).end();
  const [answer] = await once(sent, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  const seen = JSON.parse(Buffer.concat(chunks).toString() || '{}') as IncomingHttpHeaders;
  return { seen, policy: answer.headers['content-security-policy'] as string | undefined };
}

describe('a page asked for with a session', () => {
  it('passes by the proxy, under a policy that nothing else has', async () => {
    const one = await ask('/wiki/evaluation/cuped?after=4');
    const other = await ask('/wiki/evaluation/cuped?after=4');
    expect(one.seen[PLAIN_READ]).toBe('yes');
    expect(one.policy).toMatch(/script-src 'nonce-[^']{20,}' 'strict-dynamic'/);
    expect(one.seen['content-security-policy']).toBe(one.policy);
    expect(other.policy).not.toBe(one.policy);
  });

  it('is known by its address, to come back to after signing in, without the mark of a page that is fetched', async () => {
    expect((await ask('/people?after=4&_rsc=1x2')).seen[REQUESTED_PATH]).toBe('/people?after=4');
    expect((await ask('/people?_rsc=1x2')).seen[REQUESTED_PATH]).toBe('/people');
    expect((await ask('/?')).seen[REQUESTED_PATH]).toBe('/');
  });
});

describe('the proxy sees everything else', () => {
  it.each([
    ['a form', '/people', SIGNED_IN, 'POST'],
    ['somebody without a session', '/people', {}, 'GET'],
    [
      'a cookie whose name only ends like it',
      '/people',
      { cookie: 'x-guildhall-session=1' },
      'GET',
    ],
    ['a route that answers no page', '/api/search', SIGNED_IN, 'GET'],
    ['the socket of co-editing', '/wiki', { ...SIGNED_IN, upgrade: 'websocket' }, 'GET'],
    ['a mark that came from outside', '/people', { [PLAIN_READ]: 'yes' }, 'GET'],
  ])('%s', async (_what, path, headers, method) => {
    const { seen, policy } = await ask(path, headers as Record<string, string>, method);
    expect(seen[PLAIN_READ]).toBeUndefined();
    expect(policy).toBeUndefined();
  });

  it('which leaves out what is marked, and only that', () => {
    expect(config.matcher).toMatchObject([{ missing: [{ type: 'header', key: PLAIN_READ }] }]);
  });
});
