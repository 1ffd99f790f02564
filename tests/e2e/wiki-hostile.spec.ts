import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { renderNotebook } from '@/features/wiki/rendering/notebook/render-notebook';
import { renderMarkdown } from '@/features/wiki/rendering/render-markdown';
import { sharedData } from '../support/shared-data';

const payloads = sharedData('xss-payloads');
const TOGETHER = 400;

/** What an author can write a payload into, each as an article. */
const places: Record<string, (line: string) => string> = {
  'the text and a link': (line) => articleOf(`${line}\n\n[x](${line}) <a href="${line}">y</a>\n`),
  'a title, a wiki link, the name of a file and a callout': (line) =>
    articleOf(
      `# ${line}\n\n[[${line}]] @${line}\n\n![[${line}.png]]\n\n![${line}](/files/1/${line})\n\n> [!NOTE] ${line}\n`,
    ),
  'the source of a formula and of a diagram': (line) =>
    articleOf(
      `$$\n${line}\n$$\n\n$\\text{${line}}$\n\n\`\`\`mermaid\ngraph LR\nA["${line}"]\n\`\`\`\n`,
    ),
  'what a notebook put out': (line) =>
    `<article>${renderNotebook(notebookWith(line)).html}</article>`,
};

const articleOf = (markdown: string) => `<article>${renderMarkdown(markdown).html}</article>`;

const notebookWith = (line: string) =>
  JSON.stringify({
    cells: [
      {
        cell_type: 'code',
        source: line,
        outputs: [
          { output_type: 'display_data', data: { 'text/html': line } },
          { output_type: 'display_data', data: { 'text/markdown': line } },
          { output_type: 'display_data', data: { 'image/svg+xml': `<svg>${line}</svg>` } },
          { output_type: 'error', ename: line, evalue: line, traceback: [line] },
        ],
      },
    ],
  });

test('the published payloads run no script in a browser, even without a policy that forbids it', async ({
  page,
}) => {
  test.skip(!payloads, 'The published payloads are not on this machine.');
  test.setTimeout(240_000);
  const lines = readFileSync(`${payloads}/payloadbox.txt`, 'utf8').split('\n').filter(Boolean);
  const ran = await whatRuns(page);

  await page.goto('http://example.test/');
  await page.setContent('<img src=x onerror="alert(1)">');
  await expect.poll(() => ran).toEqual(['alert']);
  ran.length = 0;

  for (const [place, write] of Object.entries(places)) {
    for (let start = 0; start < lines.length; start += TOGETHER) {
      await page.setContent(
        lines
          .slice(start, start + TOGETHER)
          .map(write)
          .join('\n'),
      );
      await touchEverything(page);
    }
    expect(ran, place).toEqual([]);
  }
});

/** A page on which nothing but what is tested could call these. */
async function whatRuns(page: Page): Promise<string[]> {
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
  return ran;
}

async function touchEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('article, article *')) {
      if (!(element instanceof HTMLElement)) continue;
      element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
      if (!element.closest('a')) element.click();
      element.focus();
    }
  });
}
