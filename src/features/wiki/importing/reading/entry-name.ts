import { type Entry, validateFileName } from 'yauzl';

const IS_UTF8 = 0x800;
const UNICODE_NAME = 0x7075;

/**
 * What a file of a ZIP archive is called. The Finder and others write names in UTF-8 and do not say
 * so; by the letter of the format, `Über.md` would then be called `U╠êber.md`. One letter may also
 * be written as two, a U and its dots, which is the same name.
 */
export function entryName(entry: Entry): string {
  const { fileName, fileNameRaw, generalPurposeBitFlag, extraFields } = entry;
  const isTold =
    (generalPurposeBitFlag & IS_UTF8) !== 0 || extraFields.some(({ id }) => id === UNICODE_NAME);
  return ((isTold ? null : utf8Of(fileNameRaw)) ?? fileName).normalize('NFC');
}

function utf8Of(bytes: Buffer): string | null {
  try {
    const name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
      .decode(bytes)
      .replaceAll('\\', '/');
    return validateFileName(name) === null ? name : null;
  } catch {
    return null;
  }
}
