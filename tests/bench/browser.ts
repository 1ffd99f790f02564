import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../support/browser';

type Cookie = { name: string; value: string; url: string };

export type PageWeight = {
  /** Milliseconds until the text stood on the screen. */
  textVisibleCold: number;
  textVisibleWarm: number;
  requestsCold: number;
  /** Bytes over the wire, compressed. */
  scriptBytes: number;
  documentBytes: number;
};

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
}

/** Opens a page twice in a fresh browser profile and weighs what came over the wire the first time. */
export async function weighPage(
  browser: Browser,
  { url, cookies = [], selector }: { url: string; cookies?: Cookie[]; selector: string },
): Promise<PageWeight> {
  const context = await browser.newContext();
  await context.addCookies(cookies);
  const page = await context.newPage();
  const wire = await watchWire(context, page);
  const textVisibleCold = await textVisible(page, url, selector);
  await page.waitForLoadState('networkidle');
  const cold = wire.taken();
  const textVisibleWarm = await textVisible(page, url, selector);
  await context.close();
  return { textVisibleCold, textVisibleWarm, ...cold };
}

/** From the navigation's start to the first frame in which the element has text. */
async function textVisible(page: Page, url: string, selector: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  // As text: what runs in the page must not lean on what a compiler adds here.
  return page.evaluate<number>(`new Promise((resolve) => {
    requestAnimationFrame(function look() {
      const element = document.querySelector(${JSON.stringify(selector)});
      if (element?.checkVisibility() && element.textContent.trim()) resolve(performance.now());
      else requestAnimationFrame(look);
    });
  })`);
}

async function watchWire(context: BrowserContext, page: Page) {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const types = new Map<string, string>();
  const bytes: Record<string, number> = {};
  let requests = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? 'Other';
    bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
    requests++;
  });
  return {
    taken: () => ({
      requestsCold: requests,
      scriptBytes: bytes.Script ?? 0,
      documentBytes: bytes.Document ?? 0,
    }),
  };
}

/** What pages weigh, as a table in Markdown. */
export function weightTable(weights: Record<string, PageWeight>): string {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  const rows = Object.entries(weights).map(
    ([name, weight]) =>
      `| ${name} | ${weight.textVisibleCold.toFixed(0)} | ${weight.textVisibleWarm.toFixed(0)} | ${weight.requestsCold} | ${kilobytes(weight.scriptBytes)} | ${kilobytes(weight.documentBytes)} |`,
  );
  return [
    '### Over the wire and on the screen\n',
    '| page | text visible cold ms | warm ms | requests cold | script KB | document KB |',
    '|---|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n');
}
