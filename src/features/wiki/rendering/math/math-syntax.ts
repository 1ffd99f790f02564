import type { Code, Construct, Extension, State, Token, Tokenizer } from 'micromark-util-types';
import remarkMath from 'remark-math';
import type { Plugin, Processor } from 'unified';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mathText: 'mathText';
    mathTextData: 'mathTextData';
    mathTextSequence: 'mathTextSequence';
  }
}

/** Characters of a formula within a line; what is longer is no formula, but two sums of money. */
export const INLINE_FORMULA_MAX = 1_000;

const DOLLAR = 36;
const BACKSLASH = 92;
const SPACE = 32;

/**
 * Formulas: `$$` on lines of its own around one, and `$…$` or `$$…$$` within a line by tight rules,
 * so that "from $5 to $10" stays text: no blank inside the dollars, no letter or digit outside of them.
 */
export const mathSyntax: Plugin = function (this: Processor) {
  remarkMath.call(this as never);
  const data = this.data();
  data.micromarkExtensions ??= [];
  // The field's own rule for formulas within a line takes any two dollars of a paragraph for one.
  data.micromarkExtensions.push({ disable: { null: ['mathText'] } }, tightFormulas);
};

const tokenizeFormula: Tokenizer = (effects, ok, nok) => {
  let opening = 0;
  let closing = 0;
  let length = 0;
  let before: Code = null;
  let sequence: Token;

  const start: State = (code) => {
    effects.enter('mathText');
    effects.enter('mathTextSequence');
    return open(code);
  };

  const open: State = (code) => {
    if (code === DOLLAR) {
      effects.consume(code);
      opening++;
      return open;
    }
    if (opening > 2 || (opening === 1 && isBlank(code))) return nok(code);
    effects.exit('mathTextSequence');
    return between(code);
  };

  const between: State = (code) => {
    if (code === null || length > INLINE_FORMULA_MAX) return nok(code);
    if (isLineEnding(code)) {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      before = code;
      length++;
      return between;
    }
    if (code === DOLLAR) {
      sequence = effects.enter('mathTextSequence');
      closing = 0;
      return close(code);
    }
    effects.enter('mathTextData');
    return inside(code);
  };

  const inside: State = (code) => {
    const isEscaped = before === BACKSLASH;
    if (
      code === null ||
      isLineEnding(code) ||
      (code === DOLLAR && !isEscaped) ||
      length > INLINE_FORMULA_MAX
    ) {
      effects.exit('mathTextData');
      return between(code);
    }
    effects.consume(code);
    before = isEscaped ? null : code;
    length++;
    return inside;
  };

  const close: State = (code) => {
    if (code === DOLLAR) {
      effects.consume(code);
      closing++;
      return close;
    }
    if (closing === opening && (opening > 1 || (!isBlank(before) && !isWord(code)))) {
      effects.exit('mathTextSequence');
      effects.exit('mathText');
      return ok(code);
    }
    sequence.type = 'mathTextData';
    before = null;
    length += closing;
    return inside(code);
  };

  return start;
};

const formula: Construct = {
  name: 'tightMathText',
  tokenize: tokenizeFormula,
  previous: (code) => code !== DOLLAR && !isWord(code),
};

const tightFormulas: Extension = { text: { [DOLLAR]: formula } };

const isLineEnding = (code: Code) => code !== null && code < -2;
const isBlank = (code: Code) => code === null || code < 0 || code === SPACE;
const isWord = (code: Code) =>
  code !== null && code > 0 && /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
