import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import busboy from 'busboy';

export type ArrivingFile = { name: string; bytes: Readable };

const FILES_MAX = 20;
const FIELDS_MAX = 20;
const FIELD_BYTES_MAX = 2_000;

/**
 * Reads a sent form as it arrives: its fields are kept, each of its files is handed to `take`
 * while its bytes come in, one after the other.
 * @returns the form's fields
 * @throws MalformedForm when the body is no form with files
 */
export async function readForm(
  request: Request,
  take: (file: ArrivingFile, fields: ReadonlyMap<string, string>) => Promise<void>,
): Promise<Map<string, string>> {
  const fields = new Map<string, string>();
  const { body } = request;
  if (!body) throw new MalformedForm();
  const parser = parserFor(request);
  const source = Readable.fromWeb(body as WebStream<Uint8Array>);
  let taking: Promise<void> = Promise.resolve();
  await new Promise<void>((resolve, reject) => {
    parser.on('field', (name, value) => fields.set(name, value));
    parser.on('file', (_field, bytes, { filename }) => {
      bytes.on('error', () => {});
      if (!filename) {
        bytes.resume();
        return;
      }
      taking = taking
        .then(() => take({ name: filename, bytes }, fields))
        // What was not read of a refused file has to pass by, or the rest never comes.
        .finally(() => bytes.resume());
      taking.catch(reject);
    });
    parser.on('error', () => reject(new MalformedForm()));
    parser.on('close', () => taking.then(resolve, reject));
    source.on('error', reject);
    source.pipe(parser);
  }).finally(() => {
    source.unpipe(parser);
    source.resume();
  });
  return fields;
}

function parserFor(request: Request) {
  try {
    return busboy({
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      defParamCharset: 'utf8',
      limits: { files: FILES_MAX, fields: FIELDS_MAX, fieldSize: FIELD_BYTES_MAX },
    });
  } catch {
    throw new MalformedForm();
  }
}

export class MalformedForm extends Error {}
