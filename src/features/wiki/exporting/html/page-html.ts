/** What an exported page looks like by itself: readable on a screen and on paper, and nothing else. */
const STYLE = `
:root { color-scheme: light dark; }
body { font: 1.0625rem/1.6 Georgia, "Source Serif 4", serif; max-width: 44rem; margin: 2.5rem auto; padding: 0 1.25rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.8em 0 0.5em; break-after: avoid; }
header { border-bottom: 1px solid; margin-bottom: 1.5rem; padding-bottom: 0.75rem; font-family: system-ui, sans-serif; font-size: 0.9rem; }
header h1 { font: 600 1.9rem/1.2 Georgia, "Source Serif 4", serif; margin: 0 0 0.5rem; }
pre { overflow-x: auto; border: 1px solid #8886; border-radius: 0.3rem; padding: 0.75rem; font-size: 0.85rem; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid #8886; padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid #8886; }
.sr-only, .heading-anchor { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media print { body { margin: 0; max-width: none; } pre { white-space: pre-wrap; } tr, pre, img, blockquote { break-inside: avoid; } }
`;

/** Nothing in the file runs or loads, wherever somebody opens it. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export type HtmlPage = {
  title: string;
  /** Lines under the title: who keeps it, when it was written. */
  facts: string[];
  /** What the renderer wrote. */
  html: string;
  /** The portal's own address, for links into it. */
  origin: string;
  /** Pictures by their address in the portal, as data. */
  pictures: ReadonlyMap<string, string>;
};

/** A page as one HTML file that needs nothing else: pictures within, links leading back. */
export function pageHtml({ title, facts, html, origin, pictures }: HtmlPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
${facts.map((fact) => `<div>${escaped(fact)}</div>`).join('\n')}
</header>
<main>
${withAddresses(html, origin, pictures)}
</main>
</body>
</html>
`;
}

/** The addresses of pictures within the portal that a page shows. */
export function picturesIn(html: string): string[] {
  return [...html.matchAll(/<img\b[^>]*?\ssrc="(\/files\/[^"]+)"/g)].map(([, src = '']) => src);
}

function withAddresses(html: string, origin: string, pictures: ReadonlyMap<string, string>) {
  return html
    .replace(
      /(<img\b[^>]*?\ssrc=")(\/files\/[^"]+)(")/g,
      (_, before, src: string, after) => `${before}${pictures.get(src) ?? ''}${after}`,
    )
    .replace(/(<a\b[^>]*?\shref=")(\/[^"]*)(")/g, `$1${origin}$2$3`);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
