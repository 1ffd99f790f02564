import type { PhrasingContent } from 'mdast';
import type { CompileContext, Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Code, Construct, Extension, State, Token, Tokenizer } from 'micromark-util-types';
import type { Plugin, Processor } from 'unified';

const BANG = 33;
const OPEN = 91;
const CLOSE = 93;
const ROUND = 40;
const TARGET_MAX = 400;

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wikiLink: 'wikiLink';
    wikiEmbed: 'wikiEmbed';
  }
}

/**
 * `[[Page title]]`, `[[path#heading|text]]`, and `![[/techniques/cold-start]]` for an embed. What
 * Markdown itself gives a meaning keeps it: `[[x]](y)`, and `[[x]]` where `[x]` is defined.
 */
export const wikiSyntax: Plugin = function (this: Processor) {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(doubleBrackets);
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push(toNodes);
};

function tokenizer(type: 'wikiLink' | 'wikiEmbed'): Tokenizer {
  return function (effects, ok, nok) {
    const { defined } = this.parser;
    let opened = 0;
    let target = '';

    const start: State = (code) => {
      effects.enter(type);
      return type === 'wikiEmbed' ? bang(code) : open(code);
    };

    const bang: State = (code) => {
      effects.consume(code);
      return open;
    };

    const open: State = (code) => {
      if (opened === 2) return inside(code);
      if (code !== OPEN) return nok(code);
      effects.consume(code);
      opened++;
      return open;
    };

    const inside: State = (code) => {
      if (code === CLOSE) return target.trim() === '' ? nok(code) : close(code);
      // A line never ends within, and neither does another bracket begin.
      if (code === null || code < -2 || code === OPEN || target.length > TARGET_MAX) {
        return nok(code);
      }
      effects.consume(code);
      target += code < 0 ? ' ' : String.fromCharCode(code);
      return inside;
    };

    const close: State = (code) => {
      effects.consume(code);
      return closeAgain;
    };

    const closeAgain: State = (code) => {
      if (code !== CLOSE) return nok(code);
      effects.consume(code);
      return end;
    };

    const end: State = (code) => {
      const isMarkdowns = code === ROUND || code === OPEN || code === CLOSE || isDefined();
      if (isMarkdowns) return nok(code);
      effects.exit(type);
      return ok(code);
    };

    const isDefined = () =>
      defined.includes(target.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase());

    return start;
  };
}

const isNoBracket = (code: Code) => code !== OPEN;

const link: Construct = {
  name: 'wikiLink',
  tokenize: tokenizer('wikiLink'),
  previous: (code) => isNoBracket(code) && code !== BANG,
};
const embed: Construct = {
  name: 'wikiEmbed',
  tokenize: tokenizer('wikiEmbed'),
  previous: isNoBracket,
};

const doubleBrackets: Extension = { text: { [OPEN]: link, [BANG]: embed } };

const toNodes: FromMarkdown = {
  enter: { wikiLink: enterLink, wikiEmbed: enterEmbed },
  exit: { wikiLink: leave, wikiEmbed: leave },
};

function enterLink(this: CompileContext, token: Token) {
  const written = this.sliceSerialize(token);
  const [target = '', text] = written.slice(2, -2).split(/\\?\|(.*)/s);
  enterAs(
    this,
    token,
    'a',
    { dataWiki: target.trim(), dataWritten: written },
    text?.trim() || target.trim(),
  );
}

function enterEmbed(this: CompileContext, token: Token) {
  const written = this.sliceSerialize(token);
  enterAs(this, token, 'span', { dataEmbed: written.slice(3, -2).trim() }, written);
}

function leave(this: CompileContext, token: Token) {
  this.exit(token);
}

// Emphasis to Markdown, and in HTML an element of our own.
function enterAs(
  context: CompileContext,
  token: Token,
  hName: string,
  hProperties: Record<string, string>,
  text: string,
) {
  const node: PhrasingContent = {
    type: 'emphasis',
    children: [{ type: 'text', value: text }],
    data: { hName, hProperties },
  };
  context.enter(node, token);
}
