import { Bold, Code, Heading2, Italic, Link2, List } from 'lucide-react';
import type { FormatName } from './formatting';

const icons = { Bold, Italic, Link: Link2, Heading: Heading2, List, Code };

type ToolbarProps = {
  controls: string;
  formats: readonly { name: FormatName; key: string }[];
  apply: (name: FormatName) => void;
};

const isApple = () => /Mac|iP(?:hone|ad)/.test(navigator.platform);

const keysInWords = (key: string) =>
  key
    .replace('Mod', isApple() ? '⌘' : 'Ctrl')
    .replace('Alt', isApple() ? '⌥' : 'Alt')
    .replaceAll('-', '+')
    .replace(/\w$/, (letter) => letter.toUpperCase());

/** The few marks that are written most. */
export function Toolbar({ controls, formats, apply }: ToolbarProps) {
  return (
    <div
      role="toolbar"
      aria-label="Formatting"
      aria-controls={controls}
      className="flex flex-wrap gap-0.5 border-b border-line px-1.5 py-1"
    >
      {formats.map(({ name, key }) => {
        const Icon = icons[name];
        return (
          <button
            key={name}
            type="button"
            aria-label={name}
            title={`${name} (${keysInWords(key)})`}
            onClick={() => apply(name)}
            className="grid size-8 place-items-center rounded text-muted hover:bg-sunken hover:text-ink"
          >
            <Icon aria-hidden className="size-4" />
          </button>
        );
      })}
    </div>
  );
}
