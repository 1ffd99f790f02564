import { readNotebook } from '../../rendering/notebook/format';

/** What a notebook says: its texts, its code and what that printed. Null when it is no notebook. */
export function textOfNotebook(source: string): string | null {
  const notebook = readNotebook(source);
  if ('fault' in notebook) return null;
  return notebook.cells
    .flatMap((cell) => [
      cell.source,
      ...(cell.kind === 'code'
        ? cell.outputs.flatMap((output) => (output.kind === 'stream' ? output.text : []))
        : []),
    ])
    .join('\n\n');
}
