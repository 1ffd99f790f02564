import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { tendPages } from '@/features/wiki/gardening/likeness/commands';
import { checkOutsideLinks } from '@/features/wiki/gardening/outside/commands';
import { Visitor } from '@/features/wiki/gardening/outside/visit';
import { listBrokenLinks } from '@/features/wiki/gardening/queries';
import { systemContext } from '@/foundation/context';
import { addDays } from '@/foundation/days';
import { db } from '@/foundation/db';
import { NOON } from '../support/org';
import { aPage, aSpaceWithWriter } from '../support/wiki';

const system = systemContext(NOON);

type Asked = { what: string; by: string | undefined };

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A host outside, on this machine: answers as told, 404 otherwise, and remembers who asked. */
async function aHost(answers: Record<string, { status?: number; text?: string; to?: string }>) {
  const asked: Asked[] = [];
  const server = createServer(({ method, url = '', headers }: IncomingMessage, response) => {
    asked.push({ what: `${method} ${url}`, by: headers['user-agent'] });
    const { status = 200, text = '', to } = answers[url] ?? { status: 404 };
    response.writeHead(status, to ? { location: to } : {}).end(text);
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, asked };
}

/** A visitor that may ask this machine, and remembers how long it would have waited. */
function aVisitor() {
  const pauses: number[] = [];
  const pause = async (milliseconds: number) => pauses.push(milliseconds);
  return { pauses, visitor: new Visitor({ pause, privateAddresses: ['127.0.0.1'] }) };
}

async function aPageLinkingTo(...urls: string[]) {
  const { space, writer } = await aSpaceWithWriter();
  await aPage(writer, space, 'out', `# Out\n\n${urls.map((url) => `[x](${url})`).join(' ')}\n`);
  await tendPages(system, null);
  const broken = async () => {
    const { items } = await listBrokenLinks(writer, { space: space.slug });
    return Object.fromEntries(items.map(({ target, outcome }) => [target, outcome]));
  };
  return { broken };
}

describe('links out of the portal', () => {
  it('are asked for only where the operator allows it, and never at an address that is not public', async () => {
    const { origin, port, asked } = await aHost({ '/': {} });
    const inner = [`${origin}/`, `http://localhost:${port}/`, 'http://169.254.169.254/'];
    const { broken } = await aPageLinkingTo(...inner);
    expect(await checkOutsideLinks(system)).toBe(0);
    expect(await checkOutsideLinks(system, { isAllowed: true })).toBe(3);
    expect(asked).toEqual([]);
    const never = 'not a public address: never asked';
    expect(await broken()).toEqual(Object.fromEntries(inner.map((url) => [url, never])));
    expect(await checkOutsideLinks(system, { isAllowed: true })).toBe(0);
  });

  it('are asked for by a visitor that says who it is, and told when they are gone', async () => {
    const { origin, asked } = await aHost({ '/here': {}, '/fails': { status: 500 } });
    const { broken } = await aPageLinkingTo(`${origin}/here`, `${origin}/gone`, `${origin}/fails`);
    await checkOutsideLinks(system, { isAllowed: true, visitor: aVisitor().visitor });
    expect(await broken()).toEqual({
      [`${origin}/gone`]: 'not there any more',
      [`${origin}/fails`]: 'the server fails',
    });
    expect(asked.map(({ what }) => what).toSorted()).toEqual(
      ['GET /robots.txt', 'HEAD /fails', 'HEAD /gone', 'HEAD /here'].toSorted(),
    );
    expect(new Set(asked.map(({ by }) => by))).toEqual(
      new Set([expect.stringMatching(/^GuildhallLinkCheck\/1\.0 \(/)]),
    );
  });

  it('are left alone where a host asks for that, and are told neither broken nor good', async () => {
    const text = 'User-agent: *\nDisallow: /private\n';
    const { origin, asked } = await aHost({
      '/robots.txt': { status: 301, to: '/moved/robots.txt' },
      '/moved/robots.txt': { text },
    });
    const url = `${origin}/private/x`;
    await aPageLinkingTo(url);
    await checkOutsideLinks(system, { isAllowed: true, visitor: aVisitor().visitor });
    expect(asked.map(({ what }) => what)).toEqual(['GET /robots.txt', 'GET /moved/robots.txt']);
    const address = await db.outsideAddress.findUniqueOrThrow({ where: { url } });
    expect(address).toMatchObject({ checkedAt: null, failures: 0, nextCheckAt: addDays(NOON, 14) });
  });

  it('are left alone, too, where the robots.txt lies with somebody who does not answer', async () => {
    const { origin, asked } = await aHost({
      '/robots.txt': { status: 302, to: 'http://127.0.0.1:1/' },
    });
    const { visitor } = aVisitor();
    expect(await visitor.visit(`${origin}/page`)).toBe('not-welcome');
    expect(asked.map(({ what }) => what)).toEqual(['GET /robots.txt']);
  });

  it('are asked for at the pace that a host wishes, and a few of one host at a time', async () => {
    const { origin, asked } = await aHost({
      '/robots.txt': { text: 'User-agent: *\nCrawl-delay: 5\n' },
    });
    await aPageLinkingTo(...Array.from({ length: 15 }, (_, index) => `${origin}/${index}`));
    const { visitor, pauses } = aVisitor();
    await checkOutsideLinks(system, { isAllowed: true, visitor });
    expect(asked).toHaveLength(11);
    expect(pauses).toEqual(Array.from({ length: 10 }, () => 5_000));
    const later = systemContext(addDays(NOON, 1));
    await checkOutsideLinks(later, { isAllowed: true, visitor: aVisitor().visitor });
    expect(asked.filter(({ what }) => what.startsWith('HEAD'))).toHaveLength(15);
  });
});
