import { escaped } from '../rendering/embeds';
import type { Heading } from '../rendering/headings';

/** The headings of an article, as links to them; written as one text, for long pages have many. */
export function TableOfContents({ headings }: { headings: readonly Heading[] }) {
  return (
    <nav id="on-this-page" aria-labelledby="on-this-page-title" className="wiki-contents">
      <h2 id="on-this-page-title">On this page</h2>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: every part of it is escaped */}
      <ol dangerouslySetInnerHTML={{ __html: headings.map(entry).join('') }} />
    </nav>
  );
}

const entry = ({ depth, id, text }: Heading) =>
  `<li${depth === 3 ? ' class="deeper"' : ''}><a href="#${escaped(encodeURIComponent(id))}">${escaped(text)}</a></li>`;
