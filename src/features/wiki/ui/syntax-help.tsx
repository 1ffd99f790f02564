const ways = [
  ['**important**, *stressed*, `code`', 'marked words'],
  ['## Heading', 'a part of the page; the table of contents is made of these'],
  ['[[Page title]], [[space/path#heading|text]]', 'a link to a page'],
  ['@handle, @@unit', 'a person, who is told; a guild, squad, chapter or tribe'],
  ['| a | b | over a line of |---|---|', 'a table'],
  ['- [ ] to do, - [x] done', 'tasks'],
  [
    '> [!NOTE] (also TIP, IMPORTANT, WARNING, CAUTION)',
    'a callout; its text in the lines below, each behind >',
  ],
  ['```python', 'code in colours, up to the next ```'],
  ['```mermaid', 'a diagram'],
  [
    '```ipynb, or ![[/files/…/name.ipynb]]',
    'a Jupyter notebook, as its file says it, or an attached one',
  ],
  ['$x^2$, or $$ on lines of their own', 'a formula in LaTeX'],
  ['word[^1], and [^1]: the note', 'a footnote'],
  [
    '![[/techniques/name]], ![[/meetups/id]], ![[/working-groups/name]]',
    'its state as it is on the day of reading; on a line of its own',
  ],
] as const;

/** What a page can say and how it is written, unfolded by those who want to know. */
export function SyntaxHelp() {
  return (
    <details className="mb-4 text-sm">
      <summary className="text-muted">How to write links, tables, formulas and diagrams</summary>
      <dl className="mt-2 space-y-1.5 border-l border-line pl-3">
        {ways.map(([written, meaning]) => (
          <div key={written}>
            <dt className="break-words font-mono text-[0.8125rem]">{written}</dt>
            <dd className="text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
