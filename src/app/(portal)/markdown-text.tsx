import { readMarkdown } from '@/features/wiki/rendering/render-markdown';

/** A text written in Markdown, shown as the wiki's pages are: only safe HTML comes out. */
export function MarkdownText({ markdown }: { markdown: string }) {
  const { html } = readMarkdown(markdown).render();
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer lets only known elements through
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
