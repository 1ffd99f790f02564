import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import katex from 'katex';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { codeIn, languageOf } from '../code/code-blocks';
import { element } from '../elements';
import { SKIP, visitElements } from '../walking';

/** Formulas beyond this many, or longer than this, stay as they were written. */
export const FORMULAS_MAX = 600;
export const FORMULA_MAX = 4_000;
/** Characters of all formulas of a page together. */
export const FORMULA_CHARACTERS_MAX = 24_000;

const readHtml = unified().use(rehypeParse, { fragment: true }).freeze();

/** Writes the formulas of an article as MathML, which browsers draw without script and without styles. */
export function finishFormulas(root: Root): void {
  let count = 0;
  let characters = 0;
  visitElements(root, (node, index, parent) => {
    const isDisplay = node.tagName === 'pre';
    const code = isDisplay ? codeIn(node) : node.tagName === 'code' ? node : null;
    if (!code || languageOf(code) !== 'math') return;
    const source = textOf(code).trim();
    count++;
    characters += source.length;
    const isWithin =
      count <= FORMULAS_MAX && source.length <= FORMULA_MAX && characters <= FORMULA_CHARACTERS_MAX;
    const drawn = isWithin ? mathOf(source, isDisplay) : 'This page holds too many formulas';
    if (typeof drawn === 'string') {
      code.properties = { className: ['formula-fault'], title: drawn };
    } else {
      parent.children[index] = isDisplay
        ? element(
            'div',
            { className: ['formula'], tabIndex: 0, role: 'group', ariaLabel: 'Formula' },
            drawn,
          )
        : drawn;
    }
    return SKIP;
  });
}

/** A paragraph that is nothing but `$$…$$` is a formula of its own, as writers mean it. */
export function liftFormulas(root: Root, markdown: string): void {
  if (!markdown.includes('$$')) return;
  visitElements(root, (node, index, parent) => {
    if (node.tagName !== 'p') return;
    const [only, ...others] = node.children;
    if (others.length > 0 || only?.type !== 'element') return;
    if (only.tagName !== 'code' || languageOf(only) !== 'math') return;
    parent.children[index] = element('pre', {}, only);
    return SKIP;
  });
}

/** The formula as an element, or what is wrong with it. */
function mathOf(source: string, displayMode: boolean): Element | string {
  try {
    const html = katex.renderToString(source, {
      output: 'mathml',
      displayMode,
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxSize: 20,
      maxExpand: 200,
    });
    const math = safeMath(readHtml.parse(html) as Root);
    if (math && displayMode) math.properties.display = 'block';
    return math ?? 'This formula cannot be drawn';
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 200) : 'This formula cannot be drawn';
  }
}

const MATH_ELEMENTS = new Set(
  'math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd mlabeledtr mstyle mpadded mphantom menclose'.split(
    ' ',
  ),
);
const MATH_PROPERTIES = new Set(
  'encoding display mathvariant stretchy fence separator form lspace rspace minsize maxsize movablelimits accent accentunder largeop symmetric displaystyle scriptlevel linethickness columnalign rowalign columnspacing rowspacing columnlines rowlines rowspan columnspan width height depth voffset notation mathcolor mathbackground mathsize'.split(
    ' ',
  ),
);

// The library writes it, not an author; still only what is named here gets through.
function safeMath(tree: Root): Element | null {
  let math: Element | null = null;
  visitElements(tree, (node) => {
    if (node.tagName !== 'math') return;
    math ??= node;
  });
  return math && keepMath(math);
}

function keepMath(node: Element): Element {
  const properties = Object.fromEntries(
    Object.entries(node.properties).filter(([name]) => MATH_PROPERTIES.has(name.toLowerCase())),
  );
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child];
    return child.type === 'element' && MATH_ELEMENTS.has(child.tagName) ? [keepMath(child)] : [];
  });
  return { type: 'element', tagName: node.tagName, properties, children };
}
