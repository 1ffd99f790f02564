import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { renderMarkdown } from '@/features/wiki/rendering/render-markdown';
import { sharedData } from '../support/shared-data';

const payloads = sharedData('xss-payloads');

test('the published payloads run no script in a browser, even without a policy that forbids it', async ({
  page,
}) => {
  test.skip(!payloads, 'The published payloads are not on this machine.');
  test.setTimeout(120_000);
  const lines = readFileSync(`${payloads}/payloadbox.txt`, 'utf8').split('\n').filter(Boolean);
  const ran: string[] = [];
  await page.exposeFunction('tell', (what: string) => ran.push(what));
  await page.addInitScript(`
    for (const name of ['alert', 'prompt', 'confirm', 'print'])
      window[name] = () => window.tell(name);
  `);
  page.on('dialog', (dialog) => {
    ran.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  await page.route('**/*', (route) => route.fulfill({ body: '' }));

  await page.goto('http://example.test/');
  await page.setContent('<img src=x onerror="alert(1)">');
  await expect.poll(() => ran).toEqual(['alert']);
  ran.length = 0;

  for (let start = 0; start < lines.length; start += 300) {
    const articles = lines
      .slice(start, start + 300)
      .map((line) => `${line}\n\n[x](${line}) <a href="${line}">y</a>\n`)
      .map((markdown) => `<article>${renderMarkdown(markdown).html}</article>`);
    await page.setContent(articles.join('\n'));
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('article, article *')) {
        element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
        if (element instanceof HTMLElement && !element.closest('a')) element.click();
        if (element instanceof HTMLElement) element.focus();
      }
    });
  }
  expect(ran).toEqual([]);
});
