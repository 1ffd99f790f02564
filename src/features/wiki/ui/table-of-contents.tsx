import type { Heading } from '../rendering/headings';

/** The headings of an article, as links to them. */
export function TableOfContents({ headings }: { headings: readonly Heading[] }) {
  return (
    <nav id="on-this-page" aria-labelledby="on-this-page-title" className="wiki-contents">
      <h2 id="on-this-page-title">On this page</h2>
      <ol>
        {headings.map(({ depth, id, text }) => (
          <li key={id} className={depth === 3 ? 'deeper' : undefined}>
            <a href={`#${encodeURIComponent(id)}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
