import { readFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { renderNotebook } from '@/features/wiki/rendering/notebook/render-notebook';
import { renderMarkdown } from '@/features/wiki/rendering/render-markdown';
import { signInAs } from '../support/demo-sign-in';
import { aGuildSpace } from '../support/e2e-wiki';
import { sendPlainForm } from '../support/plain-form';
import { sharedData } from '../support/shared-data';

const payloads = sharedData('xss-payloads');
const payloadLines = () =>
  readFileSync(`${payloads}/payloadbox.txt`, 'utf8').split('\n').filter(Boolean);
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
  const lines = payloadLines();
  const ran = await whatRuns(page);
  await page.route('**/*', (route) => route.fulfill({ body: '' }));

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

test('the published payloads, written on a page of the portal, do nothing that its policy would have to refuse', async ({
  page,
  context,
  baseURL,
}) => {
  test.skip(!payloads, 'The published payloads are not on this machine.');
  const { slug, people } = await aGuildSpace('MEMBER');
  await signInAs(context, people[0], baseURL as string);
  const markdown = payloadLines().join('\n\n');
  await writeAtOnce(context, baseURL as string, { slug, path: 'written', markdown });

  const ran = await whatRuns(page);
  await page.goto(`/wiki/${slug}/written`);
  await expect(page.getByRole('article')).toContainText('alert');
  await touchEverything(page);
  expect(ran).toEqual([]);
});

const IN_A_DIAGRAM = 40;
/** Drawing takes its time: every tenth payload, or with ALL_PAYLOADS=on each of them. */
const drawnLines = () =>
  payloadLines().filter((_, index) => process.env.ALL_PAYLOADS === 'on' || index % 10 === 0);

test.describe('without the policy of the portal', () => {
  test.use({ bypassCSP: true });

  test('the published payloads, drawn as diagrams, run nothing', async ({
    page,
    context,
    baseURL,
  }) => {
    test.skip(!payloads, 'The published payloads are not on this machine.');
    test.setTimeout(600_000);
    const { slug, people } = await aGuildSpace('MEMBER');
    await signInAs(context, people[0], baseURL as string);
    const diagrams = diagramsOf(drawnLines());
    const markdown = diagrams.join('\n');
    await writeAtOnce(context, baseURL as string, { slug, path: 'drawn', markdown });

    const ran = await whatRuns(page);
    await page.goto(`/wiki/${slug}/drawn`);
    await expect(page.locator('.diagram-picture, .diagram-fault')).toHaveCount(diagrams.length, {
      timeout: 500_000,
    });
    await expect(page.locator('.diagram-fault')).toHaveCount(0);
    await touchEverything(page);
    expect(ran).toEqual([]);
  });
});

/** Payloads as the labels of diagrams that can be drawn: what would end a label is written as a code. */
function diagramsOf(lines: readonly string[]): string[] {
  const written = (line: string) =>
    line.replace(/["`#;]|[^ -~]/g, (sign) => `#${sign.codePointAt(0)};`);
  return Array.from({ length: Math.ceil(lines.length / IN_A_DIAGRAM) }, (_, index) => {
    const nodes = lines
      .slice(index * IN_A_DIAGRAM, (index + 1) * IN_A_DIAGRAM)
      .map((line, node) => `n${node}["${written(line)}"]`);
    return `\`\`\`mermaid\ngraph LR\n${nodes.join('\n')}\n\`\`\`\n`;
  });
}

/** Writes a page without showing it while it is typed. */
async function writeAtOnce(
  context: BrowserContext,
  address: string,
  { slug, path, markdown }: { slug: string; path: string; markdown: string },
) {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const answer = await sendPlainForm(`${address}/wiki-new?space=${slug}`, {
    button: 'Create this page',
    fields: { title: 'Payloads', path, markdown, kind: 'HOW_TO', intent: 'save' },
    headers: { cookie },
  });
  expect(answer.status).toBe(303);
}

/** A page on which nothing but what is tested could call these, or be refused as a script. */
async function whatRuns(page: Page): Promise<string[]> {
  const ran: string[] = [];
  await page.exposeFunction('tell', (what: string) => ran.push(what));
  await page.addInitScript(`
    for (const name of ['alert', 'prompt', 'confirm', 'print'])
      window[name] = () => window.tell(name);
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) => {
      if (effectiveDirective.startsWith('script')) window.tell(effectiveDirective + ': ' + sample);
    });
  `);
  page.on('dialog', (dialog) => {
    ran.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
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
