import { EditorSelection, type StateCommand } from '@codemirror/state';

/** Puts marks around what is selected, or takes them away again. */
const around =
  (mark: string): StateCommand =>
  ({ state, dispatch }) => {
    const change = state.changeByRange((range) => {
      const { from, to } = range;
      const before = state.sliceDoc(from - mark.length, from);
      const after = state.sliceDoc(to, to + mark.length);
      if (before === mark && after === mark) {
        return {
          changes: [
            { from: from - mark.length, to: from },
            { from: to, to: to + mark.length },
          ],
          range: EditorSelection.range(from - mark.length, to - mark.length),
        };
      }
      return {
        changes: [
          { from, insert: mark },
          { from: to, insert: mark },
        ],
        range: EditorSelection.range(from + mark.length, to + mark.length),
      };
    });
    dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }));
    return true;
  };

/** Begins every selected line with a mark, or takes it away when all have it. */
const atLineStart =
  (mark: string, any: RegExp): StateCommand =>
  ({ state, dispatch }) => {
    const lines = new Map<number, { from: number; text: string }>();
    for (const { from, to } of state.selection.ranges) {
      for (let at = from; at <= to; ) {
        const line = state.doc.lineAt(at);
        lines.set(line.number, line);
        at = line.to + 1;
      }
    }
    const all = [...lines.values()];
    const isSet = all.every(({ text }) => text.startsWith(mark));
    const changes = all.map(({ from, text }) => {
      const present = any.exec(text)?.[0] ?? '';
      return { from, to: from + present.length, insert: isSet ? '' : mark };
    });
    dispatch(state.update({ changes, userEvent: 'input', scrollIntoView: true }));
    return true;
  };

const link: StateCommand = ({ state, dispatch }) => {
  const change = state.changeByRange(({ from, to }) => {
    const text = state.sliceDoc(from, to) || 'text';
    const address = from + text.length + 3;
    return {
      changes: { from, to, insert: `[${text}](address)` },
      range: EditorSelection.range(address, address + 'address'.length),
    };
  });
  dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }));
  return true;
};

const code: StateCommand = (target) => {
  const { from, to } = target.state.selection.main;
  if (!target.state.sliceDoc(from, to).includes('\n')) return around('`')(target);
  const changes = [
    { from, insert: '```\n' },
    { from: to, insert: '\n```' },
  ];
  target.dispatch(target.state.update({ changes, userEvent: 'input', scrollIntoView: true }));
  return true;
};

/** What the toolbar offers, each with its keys. */
export const formats = [
  { name: 'Bold', key: 'Mod-b', command: around('**') },
  { name: 'Italic', key: 'Mod-i', command: around('_') },
  { name: 'Link', key: 'Mod-k', command: link },
  { name: 'Heading', key: 'Mod-Alt-h', command: atLineStart('## ', /^#{1,6} /) },
  { name: 'List', key: 'Mod-Alt-l', command: atLineStart('- ', /^(?:[-*+]|\d+\.) /) },
  { name: 'Code', key: 'Mod-e', command: code },
] as const satisfies { name: string; key: string; command: StateCommand }[];

export type FormatName = (typeof formats)[number]['name'];
