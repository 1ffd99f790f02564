import { type RefObject, useCallback, useEffect } from 'react';

/**
 * Draws the diagrams of an article, and draws them anew when the colours of the system change. Only
 * an article that holds one loads what draws them.
 * @returns to be called when the article is there
 */
export function useDiagrams(article: RefObject<HTMLElement | null>): () => void {
  const draw = useCallback(() => {
    const element = article.current;
    if (!element?.querySelector('.diagram')) return;
    import('./diagrams').then(({ drawDiagrams }) => drawDiagrams(element)).catch(() => {});
  }, [article]);

  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', draw);
    return () => dark.removeEventListener('change', draw);
  }, [draw]);

  return draw;
}
