/**
 * Markdown as a passage shows it: words without the marks around them. Rougher than a renderer, and
 * meant for what no renderer has read; a mark within a word, such as in `snake_case`, is part of it.
 */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/^ {0,3}(?:#{1,6}|>|[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?/gm, '')
    .replace(/^[ \t]*(?:`{3,}|~{3,}).*$/gm, '')
    .replace(/!?\[([^[\]\n]*)\]\([^()\n]*\)/g, '$1')
    .replace(/\[\[(?:[^[\]|\n]*\|)?([^[\]|\n]+)\]\]/g, '$1')
    .replace(/(\*{1,3})(?=\S)([^*\n]*\S)\1/g, '$2')
    .replace(/(?<!\w)(_{1,2})(?=\S)([^_\n]*[^\s_])\1(?!\w)/g, '$2')
    .replace(/(?<!`)`+([^`\n]+)`+/g, '$1');
}
