/** A notebook as the file says it, with everything that is not of the expected form left out. */
export type Notebook = { language: string; cells: Cell[] };

export type Cell =
  | { kind: 'markdown'; source: string; attachments: Record<string, Bundle> }
  | { kind: 'code'; source: string; count: number | null; outputs: Output[] }
  | { kind: 'raw'; source: string };

/** One result in several forms, by their media types. */
export type Bundle = Record<string, unknown>;

export type Output =
  | { kind: 'stream'; isError: boolean; text: string }
  | { kind: 'error'; name: string; message: string; traceback: string }
  | { kind: 'data'; data: Bundle };

type Json = Record<string, unknown>;

/** What is wrong with a file that is no notebook, as a sentence. */
export type NotebookFault = { fault: string };

/** Reads a notebook of format 4; anything else gives a sentence. */
export function readNotebook(source: string): Notebook | NotebookFault {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return { fault: 'This notebook cannot be shown: its file is not valid JSON.' };
  }
  if (!isRecord(value)) return { fault: 'This notebook cannot be shown: its file is no notebook.' };
  if (Array.isArray(value.worksheets)) {
    return {
      fault:
        'This notebook is written in an old format. Open it in Jupyter and save it again to show it here.',
    };
  }
  if (!Array.isArray(value.cells)) {
    return { fault: 'This notebook cannot be shown: it has no cells.' };
  }
  return { language: languageOf(value.metadata), cells: value.cells.flatMap(cellOf) };
}

function languageOf(metadata: unknown): string {
  if (!isRecord(metadata)) return 'python';
  const { language_info: info, kernelspec } = metadata;
  const name = (isRecord(info) && info.name) || (isRecord(kernelspec) && kernelspec.language);
  return typeof name === 'string' ? name : 'python';
}

function cellOf(value: unknown): Cell[] {
  if (!isRecord(value)) return [];
  const source = joined(value.source);
  if (value.cell_type === 'markdown') {
    const attachments = isRecord(value.attachments) ? value.attachments : {};
    const bundles = Object.entries(attachments).flatMap(([name, bundle]) =>
      isRecord(bundle) ? [[name, bundle] as const] : [],
    );
    return [{ kind: 'markdown', source, attachments: Object.fromEntries(bundles) }];
  }
  if (value.cell_type === 'raw') return [{ kind: 'raw', source }];
  if (value.cell_type !== 'code') return [];
  const outputs = Array.isArray(value.outputs) ? value.outputs.flatMap(outputOf) : [];
  const count = value.execution_count;
  return [
    { kind: 'code', source, outputs, count: Number.isSafeInteger(count) ? Number(count) : null },
  ];
}

function outputOf(value: unknown): Output[] {
  if (!isRecord(value)) return [];
  if (value.output_type === 'stream') {
    return [{ kind: 'stream', isError: value.name === 'stderr', text: joined(value.text) }];
  }
  if (value.output_type === 'error') {
    const lines = Array.isArray(value.traceback) ? value.traceback : [];
    const traceback = lines.filter((line) => typeof line === 'string').join('\n');
    return [{ kind: 'error', name: joined(value.ename), message: joined(value.evalue), traceback }];
  }
  const { data } = value;
  return isRecord(data) ? [{ kind: 'data', data }] : [];
}

/** A text, which the format also allows as a list of its lines. */
export function joined(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.filter((line) => typeof line === 'string').join('') : '';
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
