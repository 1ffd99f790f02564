import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../render-markdown';
import { renderNotebook } from './render-notebook';

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

type Cell = Record<string, unknown>;

const notebook = (...cells: Cell[]) =>
  JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { language_info: { name: 'python' } },
    cells,
  });

const code = (source: string | string[], outputs: Cell[] = [], count: number | null = 3): Cell => ({
  cell_type: 'code',
  source,
  outputs,
  execution_count: count,
});

const result = (data: Cell): Cell => ({ output_type: 'execute_result', data, metadata: {} });
const htmlOf = (...cells: Cell[]) => renderNotebook(notebook(...cells)).html;
const shown = (data: Cell) => htmlOf(code('x', [result(data)]));

describe('a notebook', () => {
  it('shows its text, its code with colours and the number of its execution', () => {
    const { html, text } = renderNotebook(
      notebook(
        { cell_type: 'markdown', source: ['# Recall\n', 'at *k*'] },
        code(['import numpy\n', 'x = 1']),
      ),
    );
    expect(html).toContain('<h3>Recall</h3>');
    expect(html).toContain('<em>k</em>');
    expect(html).toContain('<span class="notebook-count">In [3]</span>');
    expect(html).toContain('<span class="tok-keyword">import</span>');
    expect(text).toBe('Recall at k In [3] import numpy x = 1');
  });

  it('shows what cells printed, and errors in the colours of the terminal', () => {
    const html = htmlOf(
      code('x', [
        { output_type: 'stream', name: 'stdout', text: ['a < b\n', 'c'] },
        {
          output_type: 'error',
          ename: 'KeyError',
          evalue: 'u',
          traceback: ['\u001b[0;31mKeyError\u001b[0m: u'],
        },
      ]),
    );
    expect(html).toContain('<pre class="notebook-stream" tabindex="0">a &#x3C; b\nc</pre>');
    expect(html).toContain('<span class="ansi-red">KeyError</span>: u');
    expect(html).not.toContain('\u001b');
  });

  it('shows a table of data as a table that scrolls, without its style and scripts', () => {
    const html = shown({
      'text/html': [
        '<style>x</style><table class="dataframe" onclick="x()"><tr><td>1</td></tr></table>',
      ],
      'text/plain': 'a',
    });
    expect(html).toContain('class="table-scroll"');
    expect(html).toContain('<td>1</td>');
    expect(html).not.toMatch(/style>|onclick|dataframe/);
  });

  it('shows pictures, and drawings only as pictures', () => {
    expect(shown({ 'image/png': `${PIXEL}\n` })).toContain(
      `<img src="data:image/png;base64,${PIXEL}" alt="Picture put out by cell 3" loading="lazy">`,
    );
    const svg = shown({ 'image/svg+xml': '<svg onload="alert(1)"></svg>' });
    expect(svg).toContain('<img src="data:image/svg+xml;base64,');
    expect(svg).not.toContain('<svg');
  });

  it('takes nothing for a picture that is none', () => {
    expect(shown({ 'image/png': '"><script>alert(1)</script>' })).not.toMatch(/<img|<script/);
    expect(shown({ 'image/png': 'PHNjcmlwdD4=' })).not.toContain('<img');
  });

  it('shows a picture that is attached to a cell', () => {
    const html = htmlOf({
      cell_type: 'markdown',
      source: '![Loss](attachment:loss.png)',
      attachments: { 'loss.png': { 'image/png': PIXEL } },
    });
    expect(html).toContain(`<img src="data:image/png;base64,${PIXEL}" alt="Loss" loading="lazy">`);
  });

  it('names widgets and scripts, and runs neither', () => {
    const widget = { 'application/vnd.jupyter.widget-view+json': {}, 'text/plain': 'HBox()' };
    expect(shown(widget)).toContain('An interactive widget is not shown');
    expect(shown({ 'application/javascript': 'alert(1)' })).toContain(
      'A drawing made by a script is not shown',
    );
    expect(shown({ 'text/html': '<script>draw()</script>' })).not.toContain('draw()');
  });

  it('shows the plain form where the rich one holds only a script', () => {
    const html = shown({ 'text/html': '<script>draw()</script>', 'text/plain': 'Figure(1)' });
    expect(html).toContain('Figure(1)');
  });

  it('cuts what a cell put out without end, and says so', () => {
    const html = htmlOf(code('x', [{ output_type: 'stream', text: 'a'.repeat(50_000) }]));
    expect(html).toContain('30000 more characters are left out');
  });
});

describe('a file that is no notebook', () => {
  it.each([
    ['nothing', ''],
    ['no JSON', '{"cells": ['],
    ['another JSON', '[1, 2]'],
    ['without cells', '{}'],
    ['the old format', '{"worksheets": [{"cells": []}]}'],
    ['too large', ' '.repeat(13_000_000)],
  ])('%s ends in a sentence', (_, source) => {
    expect(renderNotebook(source).html).toMatch(/^<p class="notebook-withheld">[A-Z].*\.<\/p>$/);
  });

  it.each([
    [
      'cells',
      '{"cells": [1, null, {"cell_type": "code"}, {"cell_type": "markdown", "source": {}}]}',
    ],
    [
      'outputs',
      '{"cells": [{"cell_type": "code", "source": "x", "outputs": [1, {"output_type": "error"}, {"data": []}, {"output_type": "stream", "text": 1}]}]}',
    ],
  ])('strange %s harm nothing', (_, source) => {
    expect(renderNotebook(source).html).toContain('class="notebook"');
  });

  it('with cells without end is cut, and says how many are missing', () => {
    const html = htmlOf(...Array.from({ length: 403 }, () => code('x')));
    expect(html).toContain('3 more cells are left out.');
  });

  it('nested without end is no more than a sentence', () => {
    expect(renderNotebook(`{"cells": ${'['.repeat(100_000)}`).html).toContain('notebook-withheld');
  });
});

describe('a notebook within a page', () => {
  it('stands where its fence stood, and its headings are the page’s', () => {
    const source = notebook({ cell_type: 'markdown', source: '## Recall' }, code('x = 1'));
    const page = renderMarkdown(`# T\n\n\`\`\`ipynb\n${source}\n\`\`\`\n`);
    expect(page.html).toContain('<h2 id="recall">');
    expect(page.html).toContain('In [3]');
    expect(page.tableOfContents.map(({ id }) => id)).toEqual(['recall']);
  });
});
