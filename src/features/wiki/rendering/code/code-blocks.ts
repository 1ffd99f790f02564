import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { element } from '../elements';
import { SKIP, visitElements } from '../walking';
import { highlightBudget, highlighted } from './highlight';

const LANGUAGE = /^language-(.+)$/;

/** Colours the code of an article, and marks the sources of diagrams, which the browser draws. */
export function finishCode(root: Root): void {
  const budget = highlightBudget();
  visitElements(root, (node, index, parent) => {
    if (node.tagName !== 'pre') return;
    const code = codeIn(node);
    const language = code && languageOf(code);
    if (!code || !language) return;
    if (language === 'mermaid') {
      parent.children[index] = element('div', { className: ['diagram'] }, node);
      return SKIP;
    }
    code.children = highlighted(textOf(code), language, budget);
    return SKIP;
  });
}

export function codeIn(pre: Element): Element | null {
  const [code] = pre.children;
  return code?.type === 'element' && code.tagName === 'code' ? code : null;
}

/** The word behind the fence. */
export function languageOf({ properties: { className } }: Element): string | null {
  for (const name of Array.isArray(className) ? className : []) {
    const language = LANGUAGE.exec(String(name))?.[1];
    if (language) return language;
  }
  return null;
}
