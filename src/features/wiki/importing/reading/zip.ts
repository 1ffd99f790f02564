import type { Readable } from 'node:stream';
import { type Entry, open as openCallback, type ZipFile } from 'yauzl';
import { spool } from '../../files/spooling';
import type { Refusal } from '../source-folder';
import { type Archive, byName, isHidden } from './archive';
import { entryName } from './entry-name';

const MEGABYTE = 1024 * 1024;
export const ZIP_LIMITS = {
  entries: 60_000,
  /** Of all files together, unpacked. */
  totalBytes: 4_096 * MEGABYTE,
  /** Text shrinks to a tenth, seldom to a hundredth. */
  ratio: 250,
  nameLength: 400,
  parts: 20,
};

const SYMBOLIC_LINK = 0o120000;
const FILE_TYPE = 0o170000;

/** An archive as a whole that is not taken, with the reason for whoever sent it. */
export class RefusedArchive extends Error {}

/**
 * Opens a ZIP file without unpacking anything. Names that lead elsewhere, archives that would
 * unpack to more than they may, and damaged ones are refused as a whole; single files that are
 * links, locked or shrunk beyond belief are left out and told.
 * @param limits tests make them small
 */
export async function openZip(file: string, limits = ZIP_LIMITS): Promise<Archive> {
  const outer = await openOne(file, limits);
  const names = outer.files.map(({ file: name }) => name);
  const isOfParts = names.length > 0 && names.every((name) => /\.zip$/i.test(name));
  return isOfParts ? openParts(outer, limits) : withoutCommonFolder(outer);
}

async function openOne(file: string, limits: typeof ZIP_LIMITS): Promise<Archive> {
  const zip = await opened(file);
  try {
    const { entries, refused } = await entriesOf(zip, limits);
    return {
      files: [...entries]
        .map(([name, { uncompressedSize: size }]) => ({ file: name, size }))
        .toSorted(byName),
      refused,
      open: async (name) => {
        const entry = entries.get(name);
        if (!entry) throw new RefusedArchive(`There is no ${name} in this archive.`);
        return streamOf(zip, entry);
      },
      close: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function opened(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Sizes are checked while reading too: an entry cannot grow beyond what it declared.
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
    openCallback(file, options, (error, zip) => {
      if (error)
        reject(new RefusedArchive(`This is no ZIP file that can be read: ${error.message}`));
      else resolve(zip);
    });
  });
}

function entriesOf(zip: ZipFile, limits: typeof ZIP_LIMITS) {
  const entries = new Map<string, Entry>();
  const refused: Refusal[] = [];
  let total = 0;
  return new Promise<{ entries: Map<string, Entry>; refused: Refusal[] }>((resolve, reject) => {
    const refuse = (sentence: string) => reject(new RefusedArchive(sentence));
    if (zip.entryCount > limits.entries) {
      return refuse(
        `It holds more than ${limits.entries.toLocaleString('en')} files. Import it in parts.`,
      );
    }
    zip.on('error', (error: Error) =>
      refuse(`It is damaged, or holds a name that leads out of it: ${error.message}`),
    );
    zip.on('end', () => resolve({ entries, refused }));
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      if (total > limits.totalBytes) {
        return refuse(
          `Unpacked it is larger than ${limits.totalBytes / MEGABYTE} MB. Import it in parts.`,
        );
      }
      const name = entryName(entry);
      if (!name.endsWith('/') && !isHidden(name)) {
        const reason = obstacle(name, entry, entries, limits);
        if (reason) refused.push({ file: name.slice(0, limits.nameLength), reason });
        else entries.set(name, entry);
      }
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function obstacle(
  name: string,
  entry: Entry,
  taken: ReadonlyMap<string, Entry>,
  limits: typeof ZIP_LIMITS,
) {
  const { compressedSize, uncompressedSize } = entry;
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK) {
    return 'It is a link to another place, not a file.';
  }
  if (entry.isEncrypted()) return 'It is locked with a password.';
  if (!entry.canDecodeFileData()) return 'It is packed in a way that is not understood here.';
  if (name.length > limits.nameLength || /\p{Cc}/u.test(name))
    return 'Its name is longer than a name may be, or cannot be shown.';
  if (
    uncompressedSize > MEGABYTE &&
    uncompressedSize / Math.max(compressedSize, 1) > limits.ratio
  ) {
    return 'It is shrunk beyond what any real file could be.';
  }
  return taken.has(name) ? 'The archive holds this name twice.' : null;
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}

/** Archives are mostly packed with the folder they came from around everything. */
function withoutCommonFolder(archive: Archive): Archive {
  const [first] = archive.files;
  const folder = first?.file.includes('/') ? first.file.slice(0, first.file.indexOf('/') + 1) : '';
  if (!folder || !archive.files.every(({ file }) => file.startsWith(folder))) return archive;
  return {
    ...archive,
    files: archive.files.map(({ file, size }) => ({ file: file.slice(folder.length), size })),
    open: (file) => archive.open(folder + file),
  };
}

/** A large export comes as an archive of archives: its parts are read as one. */
async function openParts(outer: Archive, limits: typeof ZIP_LIMITS): Promise<Archive> {
  if (outer.files.length > limits.parts)
    throw new RefusedArchive('It holds too many archives in it.');
  const parts: Archive[] = [];
  const discards: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const part of parts) await part.close();
    for (const discard of discards) await discard();
    await outer.close();
  };
  try {
    for (const { file, size } of outer.files) {
      const spooled = await spool(await outer.open(file), size);
      if (!spooled) continue;
      discards.push(spooled.discard);
      parts.push(await openOne(spooled.place, limits));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return withoutCommonFolder(joined(parts, outer.refused, close));
}

function joined(parts: Archive[], refused: Refusal[], close: () => Promise<void>): Archive {
  const files = parts.flatMap((part) => part.files.map((found) => ({ ...found, part })));
  const owners = new Map(files.map(({ file, part }) => [file, part]));
  return {
    files: [...new Map(files.map(({ file, size }) => [file, { file, size }])).values()].toSorted(
      byName,
    ),
    refused: [...refused, ...parts.flatMap((part) => part.refused)],
    open: async (file) => {
      const part = owners.get(file);
      if (!part) throw new RefusedArchive(`There is no ${file} in this archive.`);
      return part.open(file);
    },
    close,
  };
}
