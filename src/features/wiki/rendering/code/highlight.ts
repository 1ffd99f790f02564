import type { Element, ElementContent } from 'hast';
import { createCssVariablesTheme, createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { element } from '../elements';
import { grammarFor } from './languages';

/** A page's code beyond this is shown without colours. */
export const HIGHLIGHTED_CHARACTERS = 40_000;
const HIGHLIGHTED_LINE = 300;
// A line of hostile code can cost more than its length; the first of a language costs its grammar.
const LINE_MILLISECONDS = 1_000;

const THEME = 'guildhall';
const VARIABLE = /^var\(--code-(?:token-)?([a-z-]+)\)$/;

const highlighter = createHighlighterCoreSync({
  themes: [createCssVariablesTheme({ name: THEME, variablePrefix: '--code-', fontStyle: false })],
  langs: [],
  engine: createJavaScriptRegexEngine({ forgiving: true }),
});
const ready = new Set<string>();

/** How much of a page's code may still be coloured. */
export type HighlightBudget = { characters: number };

export const highlightBudget = (): HighlightBudget => ({ characters: HIGHLIGHTED_CHARACTERS });

/**
 * Code with its words in classes (`tok-keyword`, …) that both themes colour by their own variables;
 * plain text in a language that is not known.
 */
export function highlighted(
  code: string,
  language: string,
  budget: HighlightBudget = highlightBudget(),
): ElementContent[] {
  const known = grammarFor(language);
  if (!known || code.length > budget.characters) return [{ type: 'text', value: code }];
  budget.characters -= code.length;
  if (!ready.has(known.name)) {
    highlighter.loadLanguageSync(known.grammar);
    ready.add(known.name);
  }
  const lines = highlighter.codeToTokensBase(code, {
    lang: known.name,
    theme: THEME,
    tokenizeMaxLineLength: HIGHLIGHTED_LINE,
    tokenizeTimeLimit: LINE_MILLISECONDS,
  });
  const parts: ElementContent[] = [];
  lines.forEach((tokens, index) => {
    if (index > 0) append(parts, '\n', null);
    for (const { content, color } of tokens) append(parts, content, classOf(color));
  });
  return parts;
}

function classOf(color: string | undefined): string | null {
  const name = VARIABLE.exec(color ?? '')?.[1];
  return !name || name === 'foreground' || name === 'background' ? null : `tok-${name}`;
}

// Neighbours of one class are one: blanks carry no colour.
function append(parts: ElementContent[], value: string, className: string | null): void {
  const last = parts.at(-1);
  const isBlank = value.trim() === '';
  if (last?.type === 'text' && (className === null || isBlank)) {
    last.value += value;
    return;
  }
  if (last?.type === 'element') {
    const [text] = last.children;
    const isSame = hasOnlyClass(last, className) || (isBlank && !value.includes('\n'));
    if (isSame && text?.type === 'text') {
      text.value += value;
      return;
    }
  }
  parts.push(
    className === null || isBlank
      ? { type: 'text', value }
      : element('span', { className: [className] }, value),
  );
}

const hasOnlyClass = ({ properties: { className } }: Element, name: string | null) =>
  Array.isArray(className) && className[0] === name;
