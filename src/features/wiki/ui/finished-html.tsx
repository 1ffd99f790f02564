import { handOver } from './article-handover';
import { PrintedArticle } from './printed-article';

/** The article as the renderer finished it, sent to the browser once. */
export function FinishedHtml({ html, revisionId }: { html: string; revisionId: string }) {
  if (!html.trim()) return <p className="text-muted">This page has a title and no text yet.</p>;
  return <PrintedArticle key={revisionId} handover={handOver(html)} revisionId={revisionId} />;
}
