import type { ElementContent } from 'hast';
import { element } from '../elements';

const ESCAPE = String.fromCharCode(27);
const SEQUENCE = new RegExp(`${ESCAPE}\\[([0-9;:?]*)([@-~])`, 'g');
const COLOURS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

type Style = { colour: string | null; isBold: boolean };

/** What a terminal would show in colour, with the colours as classes; other control sequences vanish. */
export function ansiToElements(text: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let style: Style = { colour: null, isBold: false };
  let from = 0;
  for (const match of text.matchAll(SEQUENCE)) {
    push(parts, text.slice(from, match.index), style);
    from = match.index + match[0].length;
    if (match[2] === 'm') style = styleAfter(style, match[1] ?? '');
  }
  push(parts, text.slice(from), style);
  return parts;
}

/** The words without the colours. */
export const withoutAnsi = (text: string) => text.replace(SEQUENCE, '').replaceAll(ESCAPE, '');

function styleAfter(before: Style, codes: string): Style {
  const numbers = codes.split(/[;:]/).map(Number);
  const style = { ...before };
  for (let at = 0; at < numbers.length; at++) {
    const code = numbers[at] ?? 0;
    if (code === 0) Object.assign(style, { colour: null, isBold: false });
    else if (code === 1) style.isBold = true;
    else if (code === 22) style.isBold = false;
    else if (code === 39) style.colour = null;
    else if (code >= 30 && code <= 37) style.colour = COLOURS[code - 30] ?? null;
    else if (code >= 90 && code <= 97) style.colour = COLOURS[code - 90] ?? null;
    else if (code === 38 || code === 48) {
      // A colour of a palette: the first sixteen have names, the others we leave as they are.
      const index = numbers[at + 1] === 5 ? (numbers[at + 2] ?? 16) : 16;
      if (code === 38) style.colour = index < 16 ? (COLOURS[index % 8] ?? null) : null;
      at += numbers[at + 1] === 5 ? 2 : 4;
    }
  }
  return style;
}

function push(parts: ElementContent[], written: string, { colour, isBold }: Style): void {
  const value = written.replaceAll(ESCAPE, '');
  if (!value) return;
  const className = [...(colour ? [`ansi-${colour}`] : []), ...(isBold ? ['ansi-bold'] : [])];
  parts.push(
    className.length > 0 ? element('span', { className }, value) : { type: 'text', value },
  );
}
